package suluh.app.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.complaint.Stage;
import suluh.core.casework.targets.Target;

/**
 * A complaint as stored.
 *
 * @param reference what the reporter was given, such as {@code AD-7K3M-92QF}
 * @param reporter keyed digest that tells one reporter from another
 * @param closing why it was closed, or empty
 * @param caseNumber case that took it up, or empty
 * @param acknowledgedAt when a person acknowledged its danger, or null
 * @param toldAt when the reporter was told what became of it, or null
 * @param told what they were told, or empty
 * @param mayTell false while a case that took it up may tell nobody
 * @param targets what it points at
 */
public record ComplaintRow(
        String reference,
        String agency,
        Instant receivedAt,
        String channel,
        String reporter,
        String language,
        String concern,
        String words,
        String happened,
        boolean isImminent,
        boolean isByChild,
        String contact,
        Stage stage,
        String closing,
        String caseNumber,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant toldAt,
        String told,
        boolean mayTell,
        List<Target> targets) {
    public ComplaintRow {
        targets = List.copyOf(targets);
    }

    /** This with its targets. */
    ComplaintRow with(List<Target> found) {
        return new ComplaintRow(
                reference,
                agency,
                receivedAt,
                channel,
                reporter,
                language,
                concern,
                words,
                happened,
                isImminent,
                isByChild,
                contact,
                stage,
                closing,
                caseNumber,
                acknowledgedAt,
                toldAt,
                told,
                mayTell,
                found);
    }
}
