package suluh.app.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import suluh.app.store.ComplaintRow;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.complaint.Stage;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * Tells reporters what became of what they said, and shows it to whoever has the secret of the complaint.
 *
 * <p>A complaint in a case looks like one that waits: that there is a case is nobody's business outside it.
 */
public final class AnswerReporter {
    private static final int MAX_WORDS_CHARS = 2_000;

    private final House house;

    public AnswerReporter(House house) {
        this.house = house;
    }

    /**
     * What a reporter may know.
     *
     * @param closing why it was closed, or empty while it is looked at
     * @param told what the agency wrote to the reporter, or empty
     */
    public record Status(String reference, LocalDate receivedOn, String closing, String told) {}

    /** The status of a complaint, for whoever has its secret. */
    public Outcome<Status> status(String reference, String secret) {
        return house.complaints()
                .bySecret(reference.strip().toUpperCase(java.util.Locale.ROOT), ReceiveComplaint.digest(secret))
                .map(row -> Outcome.done(new Status(
                        row.reference(), house.register().dayOf(row.receivedAt()), row.closing(), row.told())))
                .orElseGet(() -> Outcome.refused(
                        CaseworkCode.COMPLAINT_UNKNOWN,
                        "No report goes by this number and code. Check both: they were shown when you sent it."));
    }

    /** Records what the reporter was told; it stands on the status page, and an officer sends it where they can be reached. */
    public Outcome<String> tell(Acting acting, String reference, String words) {
        if (words.isBlank() || words.length() > MAX_WORDS_CHARS) {
            return Outcome.refused(
                    CaseworkCode.REASON_MISSING,
                    "Write what the reporter is told, in at most " + MAX_WORDS_CHARS + " characters.");
        }
        return house.access()
                .inHouse(acting, Act.HANDLE_COMPLAINTS)
                .then(allowed -> house.database().inIntake(acting.agency(), () -> {
                    Optional<ComplaintRow> row = house.complaints().locked(reference);
                    if (row.isEmpty()) {
                        return Outcome.refused(
                                CaseworkCode.COMPLAINT_UNKNOWN, "Your agency has no complaint of this reference.");
                    }
                    if (!row.get().mayTell() && row.get().stage() == Stage.IN_CASE) {
                        return Outcome.refused(
                                CaseworkCode.COMPLAINT_RESTRICTED,
                                "The case that took up this complaint is marked: its reporter may be told nothing yet."
                                        + " Ask the supervisor of the case.");
                    }
                    Instant now = house.clock().instant();
                    house.complaints().told(reference, words, now);
                    house.ledger()
                            .append(acting.entry(
                                    EntryKind.REPORTER_TOLD,
                                    now,
                                    "",
                                    Map.of("complaint", reference),
                                    Map.of(),
                                    Map.of()));
                    return Outcome.done(reference);
                }));
    }
}
