package suluh.app.flow;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.Secrets;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.disclosure.schedule.DisclosureLine.Kind;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Keeps the log of who received what of a case and when; the ledger binds each line and names nobody.
 *
 * <p>What leaves a marked case leaves on the word of two persons.
 */
public final class LogDisclosure {
    /** Longest name of a recipient and longest purpose. */
    public static final int MAX_CHARS = 500;

    private static final int SALT_BYTES = 32;

    private final House house;

    public LogDisclosure(House house) {
        this.house = house;
    }

    /** Who receives something, and why. */
    public record Handing(Kind kind, String recipient, String purpose) {}

    /** Lines of the case, oldest first. */
    public Outcome<List<DisclosureLine>> all(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.FOLLOW_REQUESTS)
                .then(open -> Outcome.done(house.database()
                        .inCase(open.id(), () -> house.disclosures().all())));
    }

    /** Adds a line for something that was handed out. */
    public Outcome<DisclosureLine> add(OpenedCase opened, Handing handing, String sha256) {
        return house.access()
                .stillIn(opened, Act.ASSEMBLE_BUNDLE)
                .then(open -> (Sha256Digest.isHex(sha256)
                                ? checked(handing)
                                : LogDisclosure.<Handing>incomplete(
                                        "Give the SHA-256 of what was handed out: 64 hexadecimal digits in lower case."))
                        .then(good -> MarkCase.mayLeave(house, open))
                        .then(leaving -> Outcome.done(note(house, open, handing, new Sha256Digest(sha256)))));
    }

    static Outcome<Handing> checked(Handing handing) {
        if (handing.recipient().isBlank()
                || handing.purpose().isBlank()
                || handing.recipient().length() > MAX_CHARS
                || handing.purpose().length() > MAX_CHARS) {
            return incomplete("Say who receives it and why, each in at most " + MAX_CHARS + " characters.");
        }
        return Outcome.done(handing);
    }

    /** Adds the line and its ledger entry in one transaction. */
    static DisclosureLine note(House house, OpenedCase open, Handing handing, Sha256Digest sha256) {
        Instant now = house.clock().instant();
        String salt = HexFormat.of().formatHex(Secrets.bytes(SALT_BYTES));
        return house.database().inCase(open.id(), () -> {
            DisclosureLine line = new DisclosureLine(
                    house.disclosures().next(),
                    handing.kind(),
                    handing.recipient().strip(),
                    handing.purpose().strip(),
                    sha256,
                    salt,
                    open.acting().person(),
                    now);
            house.disclosures().add(open.id(), line);
            house.ledger()
                    .append(open.acting()
                            .entry(
                                    EntryKind.DISCLOSURE_LOGGED,
                                    now,
                                    open.number(),
                                    Map.of(
                                            "line",
                                            line.name(),
                                            "kind",
                                            line.kind().wire()),
                                    Map.of("content", sha256, "recipient", line.commitment()),
                                    Map.of()));
            return line;
        });
    }

    private static <T> Outcome<T> incomplete(String sentence) {
        return Outcome.refused(CaseworkCode.DISCLOSURE_INCOMPLETE, sentence);
    }
}
