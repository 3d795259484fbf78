package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.Secrets;
import suluh.app.store.ApprovalStore;
import suluh.app.store.ApprovalStore.Approval;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** Two persons for what cannot be undone: one asks, another approves within a day, then the first may do it once. */
public final class ApproveAct {
    /** An approval that nobody used by then is void; the asker asks again. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private static final int MAX_REASON_CHARS = 500;
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}");

    private final House house;

    public ApproveAct(House house) {
        this.house = house;
    }

    /** Asks a second person for this act on the thing with this id; gives the approval's id. */
    public Outcome<String> ask(OpenedCase opened, Act act, String subject, String reason) {
        if (!act.needsTwoPersons()) {
            throw new IllegalArgumentException(act.wire() + " needs no second person");
        }
        if (!SUBJECT.matcher(subject).matches() || reason.isBlank() || reason.length() > MAX_REASON_CHARS) {
            return Outcome.refused(
                    CaseworkCode.APPROVAL_INCOMPLETE,
                    "Say what it concerns by its id, and why in at most " + MAX_REASON_CHARS + " characters.");
        }
        return house.access().stillIn(opened, act).then(open -> {
            Instant now = house.clock().instant();
            String id = "ap-" + HexFormat.of().formatHex(Secrets.bytes(8));
            Approval approval = new Approval(
                    id,
                    act.wire(),
                    subject,
                    reason,
                    open.acting().person(),
                    now,
                    now.plus(LIFETIME),
                    null,
                    false,
                    null);
            house.database().inCase(open.id(), () -> {
                house.approvals().ask(open.id(), approval);
                append(open, EntryKind.APPROVAL_ASKED, now, approval);
                return true;
            });
            return Outcome.done(id);
        });
    }

    /**
     * What was asked, and what came of it.
     *
     * @param state {@code waiting}, {@code granted}, {@code declined}, {@code used} or {@code expired}
     */
    public record ApprovalLine(
            String id,
            String act,
            String subject,
            String reason,
            String askedBy,
            String decidedBy,
            String expiresAt,
            String state) {}

    /** Approves or declines what another person asked; one who may do the act oneself. */
    public Outcome<ApprovalLine> decide(OpenedCase opened, String id, boolean isGranted) {
        return house.access().stillIn(opened, Act.VIEW_CASE).then(seen -> {
            Optional<Approval> found =
                    house.database().inCase(seen.id(), () -> house.approvals().find(id));
            if (found.isEmpty()) {
                return Outcome.refused(
                        CaseworkCode.APPROVAL_UNKNOWN, "Case " + seen.number() + " has no approval " + id + ".");
            }
            return house.access()
                    .stillIn(seen, actOf(found.get().act()).orElseThrow())
                    .then(open -> decide(open, found.get(), isGranted));
        });
    }

    private Outcome<ApprovalLine> decide(OpenedCase open, Approval approval, boolean isGranted) {
        Instant now = house.clock().instant();
        if (approval.askedBy().equals(open.acting().person())) {
            return Outcome.refused(
                    CaseworkCode.SECOND_PERSON_NEEDED, "Another person than the one who asked has to decide.");
        }
        if (!now.isBefore(approval.expiresAt())) {
            return Outcome.refused(
                    CaseworkCode.APPROVAL_EXPIRED, "It expired on " + approval.expiresAt() + "; ask for it again.");
        }
        boolean isFirst = house.database().inCase(open.id(), () -> {
            boolean stored =
                    house.approvals().decide(approval.id(), open.acting().person(), isGranted, now);
            if (stored) {
                append(open, isGranted ? EntryKind.APPROVAL_GIVEN : EntryKind.APPROVAL_DECLINED, now, approval);
            }
            return stored;
        });
        return isFirst
                ? Outcome.done(line(house.database()
                        .inCase(
                                open.id(),
                                () -> house.approvals().find(approval.id()).orElseThrow())))
                : Outcome.refused(CaseworkCode.APPROVAL_UNKNOWN, "Somebody decided on it before.");
    }

    /** What was asked in the case, newest first. */
    public Outcome<List<ApprovalLine>> all(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open -> Outcome.done(house
                        .database()
                        .inCase(open.id(), () -> house.approvals().all())
                        .stream()
                        .map(this::line)
                        .toList()));
    }

    private ApprovalLine line(Approval approval) {
        String decidedBy = approval.decidedBy();
        return new ApprovalLine(
                approval.id(),
                approval.act(),
                approval.subject(),
                approval.reason(),
                approval.askedBy(),
                decidedBy == null ? "" : decidedBy,
                approval.expiresAt().toString(),
                state(approval));
    }

    private String state(Approval approval) {
        if (approval.usedAt() != null) {
            return "used";
        }
        if (approval.decidedBy() != null && !approval.isGranted()) {
            return "declined";
        }
        if (!house.clock().instant().isBefore(approval.expiresAt())) {
            return "expired";
        }
        return approval.isGranted() ? "granted" : "waiting";
    }

    /** Uses up an approval inside the transaction of the act itself, or refuses for want of one. */
    static Outcome<Approval> use(House house, OpenedCase opened, Act act, String subject) {
        Optional<Approval> used = new ApprovalStore(house.database())
                .use(
                        act.wire(),
                        subject,
                        opened.acting().person(),
                        house.clock().instant());
        return used.map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        CaseworkCode.SECOND_PERSON_NEEDED,
                        act.wire() + " of " + subject
                                + " needs the word of a second person: ask for it, let a colleague "
                                + "approve, and do it within " + LIFETIME.toHours() + " hours."));
    }

    /** The act of this wire name, when it needs two persons. */
    public static Optional<Act> actOf(String wire) {
        return Arrays.stream(Act.values())
                .filter(Act::needsTwoPersons)
                .filter(act -> act.wire().equals(wire))
                .findFirst();
    }

    private void append(OpenedCase open, EntryKind kind, Instant at, Approval approval) {
        house.ledger()
                .append(open.acting()
                        .entry(
                                kind,
                                at,
                                open.number(),
                                Map.of("approval", approval.id(), "act", approval.act(), "subject", approval.subject()),
                                Map.of(),
                                Map.of()));
    }
}
