package suluh.exports.jsonl;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;

/**
 * Writes each observation as one line of JSON in UTF-8; format page docs/formats/observations.md.
 *
 * <p>Buffered: call {@link #flush} at the end. A fault of the stream is an {@link UncheckedIOException}, since sinks
 * declare none. Not thread-safe.
 */
public final class ObservationJsonLines implements ObservationSink {
    private final JsonBytes json;
    /** Platform that the line states; an account of another one states its own. */
    private Platform stated = Platform.WEB;

    /** @param out taken over by this writer until {@link #flush}; never closed here */
    public ObservationJsonLines(OutputStream out) {
        this.json = new JsonBytes(out);
    }

    @Override
    public void accept(Observation observation) {
        stated = observation.platform();
        json.raw("{\"kind\":\"").raw(observation.kind());
        json.raw("\",\"platform\":\"").raw(stated.wire()).raw("\"");
        switch (observation) {
            case Observation.Account account -> write(account);
            case Observation.Group group -> write(group);
            case Observation.Membership membership -> write(membership);
            case Observation.Invitation invitation -> write(invitation);
            case Observation.Message message -> write(message);
            case Observation.Reaction reaction -> write(reaction);
            case Observation.Media media -> write(media);
            case Observation.Login login -> write(login);
            case Observation.ContactPoint point -> write(point);
            case Observation.Attribute attribute -> write(attribute);
            case Observation.Relation relation -> write(relation);
            case Observation.Report report -> write(report);
            case Observation.Hash hash -> write(hash);
            case Observation.Page page -> write(page);
            case Observation.Link link -> write(link);
            case Observation.CaptureSignature signature -> write(signature);
        }
        source("source", observation.source());
        json.raw("}");
        try {
            json.endLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write observations", e);
        }
    }

    /** Passes everything on to the stream. */
    public void flush() {
        try {
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write observations", e);
        }
    }

    private void write(Observation.Account account) {
        account("account", account.account());
        json.raw(",\"exportOwner\":").raw(account.exportOwner() ? "true" : "false");
        time("createdAt", account.createdAt());
    }

    private void write(Observation.Group group) {
        conversation(group.conversation());
        json.raw(",\"description\":").string(group.description());
        json.raw(",\"statedPrivacy\":").string(group.statedPrivacy());
        json.raw(",\"statedMembers\":");
        if (group.statedMembers() < 0) {
            json.raw("null");
        } else {
            json.number(group.statedMembers());
        }
        time("createdAt", group.createdAt());
    }

    private void write(Observation.Membership membership) {
        conversation(membership.conversation());
        account("account", membership.account());
        json.raw(",\"role\":\"").raw(membership.role().wire()).raw("\"");
        time("since", membership.since());
    }

    private void write(Observation.Invitation invitation) {
        conversation(invitation.conversation());
        account("inviter", invitation.inviter());
        account("invited", invitation.invited());
        time("at", invitation.at());
    }

    private void write(Observation.Message message) {
        conversation(message.conversation());
        json.raw(",\"id\":").string(message.id());
        account("sender", message.sender());
        time("sentAt", message.sentAt());
        json.raw(",\"messageKind\":\"").raw(message.messageKind().wire());
        json.raw("\",\"text\":").string(message.text());
        if (message.rawText() != null) {
            json.raw(",\"rawText\":").string(message.rawText());
        }
        attachments(message.attachments());
        json.raw(",\"replyTo\":").string(message.replyTo());
        json.raw(",\"order\":").number(message.order());
    }

    private void write(Observation.Reaction reaction) {
        conversation(reaction.conversation());
        account("account", reaction.account());
        json.raw(",\"symbol\":").string(reaction.symbol());
        source("messageSource", reaction.messageSource());
    }

    private void write(Observation.Media media) {
        json.raw(",\"name\":").string(media.name());
        json.raw(",\"sizeBytes\":").number(media.sizeBytes());
    }

    private void write(Observation.Login login) {
        account("account", login.account());
        json.raw(",\"address\":").string(login.address());
        time("at", login.at());
    }

    private void write(Observation.ContactPoint point) {
        account("account", point.account());
        json.raw(",\"contactKind\":\"").raw(point.contactKind().wire());
        json.raw("\",\"relation\":\"").raw(point.relation().wire());
        json.raw("\",\"value\":").string(point.value());
        json.raw(",\"normalised\":").string(point.normalised());
    }

    private void write(Observation.Attribute attribute) {
        account("account", attribute.account());
        json.raw(",\"attribute\":\"").raw(attribute.attribute().wire());
        json.raw("\",\"value\":").string(attribute.value());
        time("at", attribute.at());
    }

    private void write(Observation.Relation relation) {
        account("from", relation.from());
        account("to", relation.to());
        json.raw(",\"relation\":\"").raw(relation.relation().wire()).raw("\"");
        time("since", relation.since());
    }

    private void write(Observation.Report report) {
        json.raw(",\"id\":").string(report.id());
        json.raw(",\"type\":").string(report.type());
        time("at", report.at());
    }

    private void write(Observation.Hash hash) {
        json.raw(",\"name\":").string(hash.name());
        json.raw(",\"algorithm\":").string(hash.algorithm());
        json.raw(",\"value\":").string(hash.value());
    }

    private void write(Observation.Page page) {
        json.raw(",\"address\":").string(page.address());
        json.raw(",\"title\":").string(page.title());
        json.raw(",\"standing\":\"").raw(page.standing().wire()).raw("\"");
        time("capturedAt", page.capturedAt());
    }

    private void write(Observation.Link link) {
        json.raw(",\"page\":").string(link.page());
        json.raw(",\"address\":").string(link.address());
        json.raw(",\"text\":").string(link.text());
    }

    private void write(Observation.CaptureSignature signature) {
        json.raw(",\"signer\":").string(signature.signer());
        json.raw(",\"standing\":\"").raw(signature.standing().wire()).raw("\"");
        time("signedAt", signature.signedAt());
    }

    private void account(String key, @Nullable AccountRef account) {
        json.raw(",\"").raw(key).raw("\":");
        if (account == null) {
            json.raw("null");
            return;
        }
        json.raw("{\"id\":").string(account.id()).raw(",\"name\":").string(account.name());
        if (!account.scope().isEmpty()) {
            json.raw(",\"scope\":").string(account.scope());
        }
        if (account.platform() != stated) {
            json.raw(",\"platform\":\"").raw(account.platform().wire()).raw("\"");
        }
        json.raw("}");
    }

    private void conversation(ConversationRef conversation) {
        json.raw(",\"conversation\":{\"id\":").string(conversation.id());
        json.raw(",\"name\":").string(conversation.name());
        json.raw(",\"type\":\"").raw(conversation.type().wire()).raw("\"}");
    }

    /** Instant under {@code key}; then text, zone and, where there is one, the local reading. */
    private void time(String key, SourceTime time) {
        json.raw(",\"").raw(key).raw("\":");
        json.string(time.instant() == null ? null : time.instant().toString());
        json.raw(",\"").raw(key).raw("Text\":").string(time.text());
        json.raw(",\"zone\":\"").raw(time.zone().wire()).raw("\"");
        if (time.local() != null) {
            json.raw(",\"").raw(key).raw("Local\":").string(time.local().toString());
        }
        if (time.dayMonthAmbiguous()) {
            json.raw(",\"dayMonthAmbiguous\":true");
        }
    }

    private void attachments(List<Attachment> attachments) {
        json.raw(",\"attachments\":[");
        String comma = "";
        for (Attachment attachment : attachments) {
            json.raw(comma).raw("{\"kind\":\"").raw(attachment.kind().wire());
            json.raw("\",\"uri\":").string(attachment.uri());
            json.raw(",\"name\":").string(attachment.name());
            json.raw(",\"presence\":\"").raw(attachment.presence().wire()).raw("\"}");
            comma = ",";
        }
        json.raw("]");
    }

    private void source(String key, SourcePointer source) {
        json.raw(",\"").raw(key).raw("\":{\"item\":").string(source.item().value());
        json.raw(",\"path\":").string(source.path());
        json.raw(",\"offset\":").number(source.offset());
        json.raw(",\"length\":").number(source.length()).raw("}");
    }
}
