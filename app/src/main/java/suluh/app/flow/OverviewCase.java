package suluh.app.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.CaseStore.Member;
import suluh.app.store.CourseStore.TaskRow;
import suluh.app.store.ReadingStore.Unread;
import suluh.core.casework.Act;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;

/** Says where a case stands on one screen: what is missing, who does what, what happened last. */
public final class OverviewCase {
    /** Days before the end of an authority from which the page warns of it. */
    private static final int WARN_DAYS = 30;

    private static final int MAX_EVENTS = 8;
    private static final int LOOKED_AT = 400;
    /** Looks are for the audit; here they would hide what was done. */
    private static final Set<EntryKind> LOOKS =
            Set.of(EntryKind.CONTENT_SHOWN, EntryKind.BYTES_SHOWN, EntryKind.SEARCHED, EntryKind.ACCESS_REFUSED);

    private final House house;

    public OverviewCase(House house) {
        this.house = house;
    }

    /**
     * Something that the case lacks.
     *
     * @param code name of the message that says it
     * @param figure how many, or the date
     */
    public record Missing(String code, String figure) {}

    /**
     * What a member has to do.
     *
     * @param tasks open tasks
     * @param due the earliest day on which one is due, or empty
     */
    public record Doing(String name, String agency, Role role, int tasks, String due) {}

    /**
     * Something that was done, as the ledger has it; the same done by the same person several times in a row is one event.
     *
     * @param at when it was done last
     * @param times how often
     */
    public record Event(String at, PersonName person, String kind, int times) {
        private boolean isLike(LedgerEntry entry) {
            return kind.equals(entry.kind().wire()) && person.id().equals(entry.person());
        }
    }

    /** Where the case stands. */
    public record Overview(List<Missing> missing, List<Doing> doing, List<Event> events) {}

    /** Where the case stands now. */
    public Outcome<Overview> run(OpenedCase opened) {
        return house.access().stillIn(opened, Act.VIEW_CASE).then(open -> {
            List<Member> members = house.cases().members(open.id());
            List<TaskRow> tasks = house
                    .database()
                    .inCase(open.id(), () -> house.course().tasks())
                    .stream()
                    .filter(task -> task.doneAt() == null)
                    .toList();
            return Outcome.done(new Overview(
                    missing(open, members, tasks),
                    members.stream().map(member -> doing(member, tasks)).toList(),
                    events(open)));
        });
    }

    private List<Missing> missing(OpenedCase open, List<Member> members, List<TaskRow> tasks) {
        LocalDate today = house.today();
        List<Missing> missing = new ArrayList<>();
        add(missing, "unread-items", AskForWork.unread(house, open.id()).size());
        Unread unread =
                house.database().inCase(open.id(), () -> house.readings().unread());
        add(missing, "unread-files", unread.files());
        add(missing, "alarms", unread.withAlarms());
        if (house.findings().latestSequence(open.id()) == 0) {
            missing.add(new Missing("findings", ""));
        }
        if (members.stream().noneMatch(member -> member.role() == Role.SUPERVISOR)) {
            missing.add(new Missing("supervisor", ""));
        }
        add(
                missing,
                "overdue",
                tasks.stream()
                        .filter(task -> task.due() != null && task.due().isBefore(today))
                        .count());
        LocalDate until = open.mandate().authority().inForceUntil();
        if (until != null && until.isBefore(today.plusDays(WARN_DAYS))) {
            missing.add(new Missing("authority-ends", until.toString()));
        }
        return missing;
    }

    private static void add(List<Missing> missing, String code, long count) {
        if (count > 0) {
            missing.add(new Missing(code, String.valueOf(count)));
        }
    }

    private static Doing doing(Member member, List<TaskRow> tasks) {
        List<TaskRow> own = tasks.stream()
                .filter(task -> task.assignee().equals(member.personId()))
                .toList();
        String due = own.stream()
                .map(TaskRow::due)
                .filter(java.util.Objects::nonNull)
                .map(LocalDate::toString)
                .min(String::compareTo)
                .orElse("");
        return new Doing(member.displayName(), member.agency(), member.role(), own.size(), due);
    }

    private List<Event> events(OpenedCase open) {
        NamePersons names = new NamePersons(house);
        List<Event> events = new ArrayList<>();
        for (LedgerEntry entry : house.ledger().latestOf(open.id(), open.number(), LOOKED_AT)) {
            if (LOOKS.contains(entry.kind())) {
                continue;
            }
            if (!events.isEmpty() && events.getLast().isLike(entry)) {
                Event last = events.removeLast();
                events.add(new Event(last.at(), last.person(), last.kind(), last.times() + 1));
            } else if (events.size() == MAX_EVENTS) {
                break;
            } else {
                events.add(new Event(
                        entry.at().toString(),
                        names.of(entry.person()),
                        entry.kind().wire(),
                        1));
            }
        }
        return events;
    }
}
