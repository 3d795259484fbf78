package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.ClockRule;
import suluh.core.casework.ClockUse;
import suluh.core.casework.course.CaseStanding;
import suluh.core.casework.course.Sensitivity;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** Marks a case, closes it and reopens it; each with the version that the person saw, so that no change is lost. */
public final class MarkCase {
    private final House house;

    public MarkCase(House house) {
        this.house = house;
    }

    /**
     * Sets the markings, which letters, bundles and answers to reporters obey.
     *
     * @param seen version of the standing that the person saw
     */
    public Outcome<CaseStanding> mark(OpenedCase opened, int seen, Sensitivity sensitivity, boolean mustNotTell) {
        return house.access()
                .stillIn(opened, Act.MARK_CASE)
                .then(open -> change(open, seen, before -> {
                    CaseStanding after = before.marked(sensitivity, mustNotTell);
                    house.register()
                            .agencies()
                            .keySet()
                            .forEach(agency -> house.database().inIntake(agency, () -> {
                                house.complaints().setMayTell(open.number(), after.mayTellReporters());
                                return true;
                            }));
                    append(
                            open,
                            EntryKind.CASE_MARKED,
                            Map.of("sensitivity", sensitivity.wire(), "mustNotTell", String.valueOf(mustNotTell)));
                    return Outcome.done(after);
                }));
    }

    /** Closes the case with a reason; from then its retention runs. */
    public Outcome<CaseStanding> close(OpenedCase opened, int seen, String reason) {
        return WriteInCase.reason(reason)
                .then(words -> house.access().stillIn(opened, Act.CLOSE_OR_REOPEN_CASE))
                .then(open -> change(
                        open,
                        seen,
                        before -> before.open().then(standing -> {
                            Instant now = house.clock().instant();
                            LocalDate keptUntil = house.register().dayOf(now.plus(retention()));
                            WriteInCase.note(house, open, "closing", "", reason, now);
                            append(open, EntryKind.CASE_CLOSED, Map.of("keptUntil", keptUntil.toString()));
                            return Outcome.done(standing.closed(now, keptUntil));
                        })));
    }

    /** Opens a closed case again, which needs a reason. */
    public Outcome<CaseStanding> reopen(OpenedCase opened, int seen, String reason) {
        return WriteInCase.reason(reason)
                .then(words -> house.access().stillIn(opened, Act.CLOSE_OR_REOPEN_CASE))
                .then(open -> change(open, seen, before -> {
                    if (before.isOpen()) {
                        return Outcome.refused(CaseworkCode.CHANGED_SINCE, "The case is open already.");
                    }
                    WriteInCase.note(
                            house, open, "reopening", "", reason, house.clock().instant());
                    append(open, EntryKind.CASE_REOPENED, Map.of());
                    return Outcome.done(before.reopened());
                }));
    }

    /** The case, when a copy of it may leave the house: what is marked needs the word of a second person. */
    static Outcome<OpenedCase> mayLeave(House house, OpenedCase open) {
        CaseStanding standing =
                house.database().inCase(open.id(), () -> house.course().standing());
        if (standing.mayTellReporters()) {
            return Outcome.done(open);
        }
        return house.access()
                .recorded(
                        open.acting(),
                        Act.DISCLOSE,
                        open.number(),
                        house.database()
                                .inCase(open.id(), () -> ApproveAct.use(house, open, Act.DISCLOSE, open.number())))
                .then(approval -> Outcome.done(open));
    }

    private Duration retention() {
        return house.register()
                .directory()
                .clock(ClockUse.RETENTION)
                .map(ClockRule::period)
                .orElse(Duration.ZERO);
    }

    private Outcome<CaseStanding> change(
            OpenedCase open, int seen, Function<CaseStanding, Outcome<CaseStanding>> next) {
        return house.database()
                .inCase(
                        open.id(),
                        () -> house.course()
                                .lockedStanding(open.id())
                                .at(seen)
                                .then(next)
                                .then(after -> {
                                    house.course().keep(after);
                                    return Outcome.done(after);
                                }));
    }

    private void append(OpenedCase open, EntryKind kind, Map<String, String> subject) {
        house.ledger()
                .append(open.acting().entry(kind, house.clock().instant(), open.number(), subject, Map.of(), Map.of()));
    }
}
