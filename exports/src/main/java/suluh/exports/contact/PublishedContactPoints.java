package suluh.exports.contact;

import java.util.HashSet;
import java.util.Set;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;

/**
 * Passes observations on and adds a published contact point for each identifier written in a message.
 *
 * <p>Looks at the text and at hidden links of messages that somebody sent; the contact point has the message's source.
 * Cost is linear in the text. Not thread-safe.
 */
public final class PublishedContactPoints implements ObservationSink {
    private final ObservationSink next;
    private final ContactScan scan;

    /** @param defaultCountryCode digits that complete a national number, for example {@code 60} */
    public PublishedContactPoints(ObservationSink next, String defaultCountryCode) {
        this.next = next;
        this.scan = new ContactScan(defaultCountryCode);
    }

    /** Identifiers told of the current message; one that stands in the text and in a link is told once. */
    private final Set<String> told = new HashSet<>();

    @Override
    public void accept(Observation observation) {
        next.accept(observation);
        told.clear();
        if (observation instanceof Observation.Message message) {
            AccountRef sender = message.sender();
            if (sender == null) {
                return;
            }
            scan.scan(message.text(), found -> publish(sender, found, message));
            for (Attachment attachment : message.attachments()) {
                if (attachment.kind() == Attachment.Kind.LINK && attachment.uri() != null) {
                    scan.scan(attachment.uri(), found -> publish(sender, found, message));
                }
            }
        }
    }

    private void publish(AccountRef sender, ContactScan.Found found, Observation.Message message) {
        if (!told.add(found.kind() + " " + found.normalised())) {
            return;
        }
        next.accept(new Observation.ContactPoint(
                sender, found.kind(), ContactRelation.PUBLISHED, found.value(), found.normalised(), message.source()));
    }
}
