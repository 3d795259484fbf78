package suluh.app.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.WriteInCase.Course;

/**
 * The course of a case in texts and figures, for other systems.
 *
 * @param isPreserved true once evidence was sealed or a provider has acknowledged that it preserves
 * @param complaints their words are empty to whoever may not read content
 */
public record CourseLines(
        boolean isPreserved,
        List<TargetLine> targets,
        List<ComplaintLine> complaints,
        List<TaskLine> tasks,
        List<NoteLine> notes) {
    public CourseLines {
        targets = List.copyOf(targets);
        complaints = List.copyOf(complaints);
        tasks = List.copyOf(tasks);
        notes = List.copyOf(notes);
    }

    /** What the case looks at. */
    public record TargetLine(String kind, String platform, String name, int complaints, int reporters) {}

    /** A complaint that the case took up. */
    public record ComplaintLine(String reference, String linkedAt, String concern, String words) {}

    /**
     * A task.
     *
     * @param id such as {@code T-3}
     * @param due day, or null
     */
    public record TaskLine(
            String id,
            String title,
            String person,
            @Nullable String due,
            @Nullable String doneAt) {}

    /** A note, hand-over, withdrawal or decision; about names who takes over or what was decided. */
    public record NoteLine(int id, String kind, String about, String words, String person, String at) {}

    static CourseLines of(Course course) {
        return new CourseLines(
                course.isPreserved(),
                course.targets().stream()
                        .map(row -> new TargetLine(
                                row.target().kind().wire(),
                                row.target().platform(),
                                row.target().normalised(),
                                row.complaints(),
                                row.reporters()))
                        .toList(),
                course.complaints().stream()
                        .map(row -> new ComplaintLine(
                                row.reference(), row.linkedAt().toString(), row.concern(), row.words()))
                        .toList(),
                course.tasks().stream()
                        .map(row -> new TaskLine(
                                "T-" + row.sequence(),
                                row.title(),
                                row.assignee(),
                                text(row.due()),
                                text(row.doneAt())))
                        .toList(),
                course.notes().stream()
                        .map(row -> new NoteLine(
                                row.sequence(),
                                row.kind(),
                                row.about(),
                                row.words(),
                                row.person(),
                                row.at().toString()))
                        .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
