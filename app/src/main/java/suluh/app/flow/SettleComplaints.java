package suluh.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.ComplaintRow;
import suluh.app.store.CourseStore.TargetRow;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.complaint.Closing;
import suluh.core.casework.complaint.Stage;
import suluh.core.casework.course.CaseStanding;
import suluh.core.casework.targets.Target;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * Settles complaints: a person acknowledges danger, takes them into a case, or closes them.
 *
 * <p>What is out of mandate is erased on closing: what it said and whom it named; the reference, the day and the fact
 * remain. An act names the complaints that the person saw, so that nothing is settled that came meanwhile.
 */
public final class SettleComplaints {
    /** References of one act; a page shows fewer. */
    private static final int MAX_REFERENCES = 20_000;

    private final House house;

    public SettleComplaints(House house) {
        this.house = house;
    }

    /** Records that the person looked at a complaint of imminent danger; stops its clock. */
    public Outcome<String> acknowledge(Acting acting, String reference) {
        return inIntake(acting, List.of(reference), rows -> {
            Instant now = house.clock().instant();
            house.complaints().acknowledge(reference, acting.person(), now);
            append(acting, EntryKind.COMPLAINT_ACKNOWLEDGED, now, "", Map.of("complaint", reference));
            return Outcome.done(reference);
        });
    }

    /** Closes the complaints for this reason; gives how many. */
    public Outcome<Integer> close(Acting acting, List<String> references, Closing closing) {
        return inIntake(acting, references, rows -> {
            Instant now = house.clock().instant();
            for (ComplaintRow row : rows) {
                house.complaints().close(row.reference(), closing.wire(), closing.erases());
                append(
                        acting,
                        EntryKind.COMPLAINT_CLOSED,
                        now,
                        "",
                        Map.of("complaint", row.reference(), "closing", closing.wire()));
            }
            return Outcome.done(rows.size());
        });
    }

    /** Opens a case for the complaints, of which the person becomes the first member; gives its number. */
    public Outcome<String> openCase(Acting acting, List<String> references, String offence, String authority) {
        return inIntake(
                acting,
                references,
                rows -> new OpenCase(house)
                        .run(acting, offence, authority)
                        .then(opened ->
                                house.database().inCase(opened.id(), () -> link(opened, CaseStanding.FRESH, rows))));
    }

    /** Takes the complaints into a case that the person is a member of; gives its number. */
    public Outcome<String> takeUp(Acting acting, String caseNumber, List<String> references) {
        return house.access()
                .inCase(acting, caseNumber, Act.VIEW_CASE)
                .then(opened -> takeUp(acting, opened, references));
    }

    private Outcome<String> takeUp(Acting acting, OpenedCase opened, List<String> references) {
        return inIntake(
                acting,
                references,
                rows -> house.database()
                        .inCase(
                                opened.id(),
                                () -> house.course()
                                        .lockedStanding(opened.id())
                                        .open()
                                        .then(standing -> link(opened, standing, rows))));
    }

    /** Links the complaints, adds their targets and marks these for the conflict lookup, in the caller's transaction. */
    private Outcome<String> link(OpenedCase opened, CaseStanding standing, List<ComplaintRow> rows) {
        Instant now = house.clock().instant();
        Map<String, Target> targets = new LinkedHashMap<>();
        Map<String, Set<String>> reporters = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (ComplaintRow row : rows) {
            house.complaints().link(row.reference(), opened.number(), standing.mayTellReporters());
            house.course().link(opened.id(), row, now);
            for (Target target : row.targets()) {
                targets.putIfAbsent(target.key(), target);
                counts.merge(target.key(), 1, Integer::sum);
                reporters.computeIfAbsent(target.key(), key -> new HashSet<>()).add(row.reporter());
            }
            append(
                    opened.acting(),
                    EntryKind.COMPLAINT_TAKEN_UP,
                    now,
                    opened.number(),
                    Map.of("complaint", row.reference()));
        }
        targets.forEach((key, target) -> house.course()
                .addTarget(
                        opened.id(),
                        new TargetRow(
                                target,
                                counts.getOrDefault(key, 0),
                                reporters.getOrDefault(key, Set.of()).size(),
                                now),
                        opened.acting().person()));
        LookUpConflicts.mark(house, opened, targets.keySet());
        return Outcome.done(opened.number());
    }

    /** Locks the complaints, which must wait to be settled; a refusal writes nothing. */
    private <T> Outcome<T> inIntake(
            Acting acting, List<String> references, Function<List<ComplaintRow>, Outcome<T>> work) {
        return house.access()
                .inHouse(acting, Act.HANDLE_COMPLAINTS)
                .then(allowed -> house.database()
                        .inIntake(acting.agency(), () -> locked(references).then(work)));
    }

    private Outcome<List<ComplaintRow>> locked(List<String> references) {
        if (references.isEmpty() || references.size() > MAX_REFERENCES) {
            return Outcome.refused(CaseworkCode.COMPLAINT_UNKNOWN, "No complaint was named; choose one on the page.");
        }
        List<ComplaintRow> rows = new ArrayList<>();
        for (String reference : references.stream().distinct().sorted().toList()) {
            Optional<ComplaintRow> row = house.complaints().locked(reference);
            if (row.isEmpty()) {
                return Outcome.refused(
                        CaseworkCode.COMPLAINT_UNKNOWN, "Your agency has no complaint of this reference; check it.");
            }
            if (row.get().stage() != Stage.RECEIVED) {
                return Outcome.refused(
                        CaseworkCode.COMPLAINT_SETTLED,
                        "Complaint " + row.get().reference() + " was settled before: "
                                + row.get().stage().wire() + ". Look at the inbox again; nothing was changed.");
            }
            rows.add(row.get());
        }
        return Outcome.done(rows);
    }

    private void append(Acting acting, EntryKind kind, Instant at, String caseNumber, Map<String, String> subject) {
        house.ledger().append(acting.entry(kind, at, caseNumber, subject, Map.of(), Map.of()));
    }
}
