package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.store.CaseRow;
import suluh.app.store.ClockStore.RunningClock;
import suluh.app.store.ComplaintStore.WaitingComplaint;
import suluh.app.store.RequestRow;
import suluh.core.casework.Authority;
import suluh.core.casework.ClockRule;
import suluh.core.casework.ClockUse;
import suluh.core.casework.request.RequestClock.Reading;
import suluh.core.casework.request.RequestState;
import suluh.core.ledger.EntryKind;

/**
 * Watches every clock that runs, whether anybody looks at a page or not: warns before its end and says when it has ended.
 *
 * <p>Watched are the terms of requests, complaints of danger and answers that reporters wait for, and the authorities that
 * cases rest on. Each warning and each end is told once, as a ledger entry of every agency that it concerns, which webhooks
 * carry to the agency's own systems. A request whose term is over becomes lapsed here too.
 *
 * <p>Cost: one short transaction for each case that was ever opened, since no transaction may see rows of two cases.
 */
public final class WatchClocks {
    /** No clock of the register measures an authority; a month leaves time to renew it. */
    public static final Duration AUTHORITY_WARNING = Duration.ofDays(30);

    /** Name of the clock of an authority, which has no code in the register. */
    private static final String AUTHORITY = "authority";

    private final House house;

    public WatchClocks(House house) {
        this.house = house;
    }

    /**
     * One warning, or one end.
     *
     * @param hasEnded false for a warning
     */
    public record Alarm(RunningClock clock, boolean hasEnded) {
        /** What a person has to know, in one sentence of ids. */
        public String sentence() {
            String where = clock.caseNumber().isEmpty() ? "" : "case " + clock.caseNumber() + ", ";
            return "Agency " + clock.agency() + ", " + where + clock.subject() + ": clock " + clock.clock()
                    + (hasEnded ? " ended at " : " ends at ") + clock.endsAt() + ".";
        }
    }

    /** Looks at every clock once; gives what was told now and not before. */
    public List<Alarm> round() {
        Instant now = house.clock().instant();
        List<Alarm> told = new ArrayList<>();
        int last = house.clocks().lastCaseId();
        for (int id = 1; id <= last; id++) {
            int caseId = id;
            house.database()
                    .inCase(caseId, () -> house.cases().find(caseId))
                    .ifPresent(row -> told.addAll(inCase(row, now)));
        }
        for (String agency : house.register().agencies().keySet()) {
            told.addAll(house.database().inIntake(agency, () -> complaints(agency, now)));
        }
        return told;
    }

    private List<Alarm> inCase(CaseRow row, Instant now) {
        List<String> agencies = house.cases().agencies(row.id());
        return house.database().inCase(row.id(), () -> {
            boolean isOpen = house.course().standing().isOpen();
            List<Alarm> told = new ArrayList<>();
            for (RequestRow request : house.requests().open()) {
                told.addAll(request(row, agencies, request, isOpen, now));
            }
            if (isOpen) {
                told.addAll(authority(row, agencies, now));
            }
            return told;
        });
    }

    private List<Alarm> request(CaseRow row, List<String> agencies, RequestRow request, boolean isOpen, Instant now) {
        var view = DraftRequest.view(house, request, now);
        Instant end = view.lapsesAt();
        boolean isPressing = view.reading() == Reading.WARNING || view.reading() == Reading.LAPSED;
        if (end == null || !isPressing) {
            return List.of();
        }
        boolean hasEnded = view.reading() == Reading.LAPSED;
        if (hasEnded && request.state() instanceof RequestState.Open) {
            SendRequest.lapse(house, Acting.house(row.agency()), row.number(), request, now);
        }
        return isOpen ? tell(agencies, row.number(), request.number(), request.clock(), end, hasEnded, now) : List.of();
    }

    /** The last instant of an authority is the end of its last day. */
    private List<Alarm> authority(CaseRow row, List<String> agencies, Instant now) {
        Authority authority = house.register().authorities().get(row.authority());
        LocalDate lastDay = authority == null ? null : authority.inForceUntil();
        if (lastDay == null) {
            return List.of();
        }
        Instant end = house.register().endOf(lastDay);
        return now.isBefore(end.minus(AUTHORITY_WARNING))
                ? List.of()
                : tell(agencies, row.number(), row.authority(), AUTHORITY, end, !now.isBefore(end), now);
    }

    private List<Alarm> complaints(String agency, Instant now) {
        List<Alarm> told = new ArrayList<>();
        Optional<ClockRule> danger = house.register().directory().clock(ClockUse.DANGER);
        Optional<ClockRule> feedback = house.register().directory().clock(ClockUse.FEEDBACK);
        for (WaitingComplaint complaint : house.complaints().clocks()) {
            if (complaint.waitsInDanger()) {
                danger.ifPresent(rule -> told.addAll(complaint(agency, complaint, rule, now)));
            }
            if (complaint.awaitsAnswer()) {
                feedback.ifPresent(rule -> told.addAll(complaint(agency, complaint, rule, now)));
            }
        }
        return told;
    }

    private List<Alarm> complaint(String agency, WaitingComplaint complaint, ClockRule rule, Instant now) {
        Instant end = complaint.receivedAt().plus(rule.period());
        return now.isBefore(end.minus(rule.warning()))
                ? List.of()
                : tell(List.of(agency), "", complaint.reference(), rule.code(), end, !now.isBefore(end), now);
    }

    private List<Alarm> tell(
            List<String> agencies,
            String number,
            String subject,
            String code,
            Instant end,
            boolean hasEnded,
            Instant now) {
        List<Alarm> told = new ArrayList<>();
        for (String agency : agencies) {
            RunningClock clock = new RunningClock(agency, number, subject, code, end);
            if (house.clocks().note(clock, hasEnded, now)) {
                house.ledger()
                        .append(Acting.house(agency)
                                .entry(
                                        hasEnded ? EntryKind.CLOCK_ENDED : EntryKind.CLOCK_WARNED,
                                        now,
                                        number,
                                        Map.of("clock", code, "of", subject),
                                        Map.of(),
                                        Map.of("endsAt", end.getEpochSecond())));
                told.add(new Alarm(clock, hasEnded));
            }
        }
        return told;
    }
}
