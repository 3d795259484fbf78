package suluh.app.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.CourseStore.LinkedComplaint;
import suluh.app.store.CourseStore.NoteRow;
import suluh.app.store.CourseStore.TargetRow;
import suluh.app.store.CourseStore.TaskRow;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.course.DecisionKind;
import suluh.core.casework.request.RequestKind;
import suluh.core.casework.request.RequestState;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** The written course of a case: what it looks at, its tasks, notes, hand-overs and decisions; nothing is rewritten. */
public final class WriteInCase {
    private static final int MAX_WORDS_CHARS = 4_000;
    private static final int MAX_TITLE_CHARS = 200;
    private static final String HAND_OVER = "hand-over";

    private final House house;

    public WriteInCase(House house) {
        this.house = house;
    }

    /**
     * The course as a member may see it; who may not read content sees that there are complaints, and not what they say.
     *
     * @param isPreserved true once evidence was sealed or a provider has acknowledged that it preserves
     * @param people names of those who wrote, and of those who are to do something, by id; also of those who left the case
     */
    public record Course(
            List<TargetRow> targets,
            List<LinkedComplaint> complaints,
            List<TaskRow> tasks,
            List<NoteRow> notes,
            boolean isPreserved,
            Map<String, PersonName> people) {
        public Course {
            targets = List.copyOf(targets);
            complaints = List.copyOf(complaints);
            tasks = List.copyOf(tasks);
            notes = List.copyOf(notes);
            people = Map.copyOf(people);
        }

        private Course with(NamePersons names) {
            Stream<String> ids = Stream.concat(
                    tasks.stream().map(TaskRow::assignee),
                    notes.stream()
                            .flatMap(note -> note.kind().equals(HAND_OVER)
                                    ? Stream.of(note.person(), note.about())
                                    : Stream.of(note.person())));
            return new Course(targets, complaints, tasks, notes, isPreserved, names.of(ids));
        }

        /** What each complaint says. */
        public List<String> complaintWords() {
            return complaints.stream().map(LinkedComplaint::words).toList();
        }

        /** What each note says. */
        public List<String> noteWords() {
            return notes.stream().map(NoteRow::words).toList();
        }

        /** The targets, one on each line, as a request begins with them. */
        public String targetLines() {
            return targets.stream().map(row -> row.target().normalised()).collect(Collectors.joining("\n"));
        }
    }

    /** The course of the case; a look at words of reporters is recorded. */
    public Outcome<Course> course(OpenedCase opened) {
        return house.access().stillIn(opened, Act.VIEW_CASE).then(open -> {
            boolean reads = open.may(Act.READ_CONTENT);
            Course course = house.database()
                    .inCase(
                            open.id(),
                            () -> new Course(
                                    house.course().targets(),
                                    house.course().complaints().stream()
                                            .map(complaint -> reads
                                                    ? complaint
                                                    : new LinkedComplaint(
                                                            complaint.reference(),
                                                            complaint.linkedAt(),
                                                            complaint.concern(),
                                                            ""))
                                            .toList(),
                                    house.course().tasks(),
                                    reads || open.may(Act.WRITE_NOTES)
                                            ? house.course().notes()
                                            : List.of(),
                                    isPreserved(house, open),
                                    Map.of()))
                    .with(new NamePersons(house));
            if (reads && !course.complaints().isEmpty()) {
                house.access().looked(open, Map.of("what", "complaints"), Map.of());
            }
            return Outcome.done(course);
        });
    }

    /** The same in texts and figures, for other systems. */
    public Outcome<CourseLines> lines(OpenedCase opened) {
        return course(opened).then(course -> Outcome.done(CourseLines.of(course)));
    }

    /** Writes a note; gives its number. */
    public Outcome<Integer> note(OpenedCase opened, String words) {
        return reason(words)
                .then(given -> house.access().stillIn(opened, Act.WRITE_NOTES))
                .then(open -> inOpenCase(house, open, () -> {
                    Instant now = house.clock().instant();
                    append(open, EntryKind.NOTE_WRITTEN, now, Map.of());
                    return Outcome.done(note(house, open, "note", "", words, now));
                }));
    }

    /** Sets a member a task; gives its number. */
    public Outcome<Integer> task(OpenedCase opened, String title, String assignee, @Nullable LocalDate due) {
        if (title.isBlank() || title.length() > MAX_TITLE_CHARS) {
            return Outcome.refused(
                    CaseworkCode.REASON_MISSING,
                    "Say what is to be done, in at most " + MAX_TITLE_CHARS + " characters.");
        }
        return house.access()
                .stillIn(opened, Act.ASSIGN_TASKS)
                .then(open -> member(open, assignee)
                        .then(person -> inOpenCase(house, open, () -> {
                            Instant now = house.clock().instant();
                            int sequence = house.course()
                                    .addTask(
                                            open.id(),
                                            title,
                                            person,
                                            due,
                                            open.acting().person(),
                                            now);
                            append(open, EntryKind.TASK_SET, now, Map.of("task", "T-" + sequence, "person", person));
                            return Outcome.done(sequence);
                        })));
    }

    /** Marks a task as done; gives its number. */
    public Outcome<Integer> finishTask(OpenedCase opened, int sequence) {
        return house.access()
                .stillIn(opened, Act.WRITE_NOTES)
                .then(open -> inOpenCase(house, open, () -> {
                    Instant now = house.clock().instant();
                    if (!house.course().finishTask(sequence, open.acting().person(), now)) {
                        return Outcome.refused(
                                CaseworkCode.TASK_UNKNOWN,
                                "Case " + open.number() + " has no task T-" + sequence + " that is still to do.");
                    }
                    append(open, EntryKind.TASK_DONE, now, Map.of("task", "T-" + sequence));
                    return Outcome.done(sequence);
                }));
    }

    /** Hands the case over to another member, with what they have to know; gives the number of the note. */
    public Outcome<Integer> handOver(OpenedCase opened, String personId, String words) {
        return reason(words)
                .then(given -> house.access().stillIn(opened, Act.DECIDE))
                .then(open -> member(open, personId)
                        .then(person -> inOpenCase(house, open, () -> {
                            Instant now = house.clock().instant();
                            append(open, EntryKind.CASE_HANDED_OVER, now, Map.of("to", person));
                            return Outcome.done(note(house, open, HAND_OVER, person, words, now));
                        })));
    }

    /**
     * Records what a person decided, with the reasons; gives the number of the note.
     *
     * @param unpreserved why content to be taken down was not preserved; what is taken down first is lost
     */
    public Outcome<Integer> decide(OpenedCase opened, DecisionKind kind, String reasons, String unpreserved) {
        return reason(reasons)
                .then(given -> house.access().stillIn(opened, Act.DECIDE))
                .then(open -> inOpenCase(house, open, () -> {
                    boolean isLost = kind == DecisionKind.TAKE_DOWN_ASKED && !isPreserved(house, open);
                    if (isLost && unpreserved.isBlank()) {
                        return notPreserved();
                    }
                    Instant now = house.clock().instant();
                    String words = isLost ? reasons + "\n\nNot preserved because: " + unpreserved : reasons;
                    append(open, EntryKind.DECISION_MADE, now, Map.of("decision", kind.wire()));
                    return Outcome.done(note(house, open, "decision", kind.wire(), words, now));
                }));
    }

    /**
     * Runs work in the case's transaction, one writer at a time: numbers are given in order, and what was closed
     * meanwhile stays closed.
     */
    static <T> Outcome<T> inOpenCase(House house, OpenedCase open, Supplier<Outcome<T>> work) {
        return house.database()
                .inCase(
                        open.id(),
                        () -> house.course().lockedStanding(open.id()).open().then(standing -> work.get()));
    }

    static <T> Outcome<T> notPreserved() {
        return Outcome.refused(
                CaseworkCode.NOT_PRESERVED,
                "Nothing of this case is preserved yet, and what is taken down first is lost. Seal it or have the"
                        + " provider preserve it, or say why not.");
    }

    /** True once something was sealed, or a provider has acknowledged that it preserves; in the case's transaction. */
    static boolean isPreserved(House house, OpenedCase open) {
        return !house.evidence().items(open.id()).isEmpty()
                || house.requests().all().stream()
                        .anyMatch(row -> row.kind() == RequestKind.PRESERVATION
                                && (row.state() instanceof RequestState.Acknowledged
                                        || row.state() instanceof RequestState.Answered));
    }

    /** These words, when there are some and not too many. */
    static Outcome<String> reason(String words) {
        return words.isBlank() || words.length() > MAX_WORDS_CHARS
                ? Outcome.refused(
                        CaseworkCode.REASON_MISSING,
                        "Write it in a sentence or more, of at most " + MAX_WORDS_CHARS + " characters.")
                : Outcome.done(words);
    }

    /** Adds a note in the case's transaction. */
    static int note(House house, OpenedCase open, String kind, String about, String words, Instant at) {
        return house.course()
                .addNote(open.id(), kind, about, words, open.acting().person(), at);
    }

    private Outcome<String> member(OpenedCase open, String personId) {
        boolean isMember = house.cases().members(open.id()).stream()
                .anyMatch(member -> member.personId().equals(personId));
        return isMember
                ? Outcome.done(personId)
                : Outcome.refused(CaseworkCode.PERSON_UNKNOWN, "No member of case " + open.number() + " has this id.");
    }

    private void append(OpenedCase open, EntryKind kind, Instant at, Map<String, String> subject) {
        house.ledger().append(open.acting().entry(kind, at, open.number(), subject, Map.of(), Map.of()));
    }
}
