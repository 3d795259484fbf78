package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.course.CaseStanding;
import suluh.core.casework.course.Sensitivity;
import suluh.core.casework.targets.Target;

/** The course of a case: its standing, targets, complaints, tasks and notes. Call everything inside the case. */
public final class CourseStore {
    private final Database database;

    public CourseStore(Database database) {
        this.database = database;
    }

    /**
     * What the case looks at.
     *
     * @param complaints how many complaints named it
     * @param reporters how many people did
     */
    public record TargetRow(Target target, int complaints, int reporters, Instant addedAt) {}

    /** A complaint that the case took up, as it was then. */
    public record LinkedComplaint(String reference, Instant linkedAt, String concern, String words) {}

    /**
     * A task.
     *
     * @param assignee id of the person who is to do it
     * @param doneAt when it was done, or null
     */
    public record TaskRow(
            int sequence,
            String title,
            String assignee,
            @Nullable LocalDate due,
            String setBy,
            String doneBy,
            @Nullable Instant doneAt) {}

    /**
     * A note, hand-over or decision.
     *
     * @param kind {@code note}, {@code hand-over}, or {@code decision}
     * @param about who takes over, or what was decided; empty for a note
     */
    public record NoteRow(int sequence, String kind, String about, String words, String person, Instant at) {}

    /** The standing, locked until the transaction ends. */
    public CaseStanding lockedStanding(int caseId) {
        database.jdbc()
                .sql("INSERT INTO case_standing (case_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(caseId)
                .update();
        return database.jdbc()
                .sql("SELECT version, sensitivity, must_not_tell, closed_at, kept_until FROM case_standing"
                        + " WHERE case_id = ? FOR UPDATE")
                .param(caseId)
                .query(CourseStore::standingOf)
                .single();
    }

    /** The standing as it is. */
    public CaseStanding standing() {
        return database.jdbc()
                .sql("SELECT version, sensitivity, must_not_tell, closed_at, kept_until FROM case_standing")
                .query(CourseStore::standingOf)
                .optional()
                .orElse(CaseStanding.FRESH);
    }

    /** Keeps a standing that was locked in this transaction. */
    public void keep(CaseStanding standing) {
        Instant closedAt = standing.closedAt();
        database.jdbc()
                .sql("UPDATE case_standing SET version = ?, sensitivity = ?, must_not_tell = ?, closed_at = ?,"
                        + " kept_until = ?")
                .param(standing.version())
                .param(standing.sensitivity().wire())
                .param(standing.mustNotTell())
                .param(closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC))
                .param(standing.keptUntil())
                .update();
    }

    /** Adds a target, or the complaints and reporters to one that is there. */
    public void addTarget(int caseId, TargetRow row, String person) {
        database.jdbc()
                .sql("INSERT INTO case_target (case_id, key, as_written, complaints, reporters, added_at, added_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_id, key) DO UPDATE SET"
                        + " complaints = case_target.complaints + EXCLUDED.complaints,"
                        + " reporters = case_target.reporters + EXCLUDED.reporters")
                .params(
                        caseId,
                        StorableText.of(row.target().key()),
                        StorableText.of(row.target().asWritten()),
                        row.complaints(),
                        row.reporters(),
                        row.addedAt().atOffset(ZoneOffset.UTC),
                        person)
                .update();
    }

    /** Targets of the case, those with most reporters first. */
    public List<TargetRow> targets() {
        return database.jdbc()
                .sql("SELECT key, as_written, complaints, reporters, added_at FROM case_target"
                        + " ORDER BY reporters DESC, key")
                .query((row, number) -> new TargetRow(
                        Target.ofKey(row.getString(1), row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Links a complaint to the case, with what it says. */
    public void link(int caseId, ComplaintRow complaint, Instant at) {
        database.jdbc()
                .sql("INSERT INTO case_complaint (case_id, reference, linked_at, words, concern) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(
                        caseId,
                        complaint.reference(),
                        at.atOffset(ZoneOffset.UTC),
                        complaint.words(),
                        complaint.concern())
                .update();
    }

    /** Complaints that the case took up, oldest first. */
    public List<LinkedComplaint> complaints() {
        return database.jdbc()
                .sql("SELECT reference, linked_at, concern, words FROM case_complaint ORDER BY linked_at, reference")
                .query((row, number) -> new LinkedComplaint(
                        row.getString(1),
                        row.getObject(2, java.time.OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    /** Adds a task; gives its number. */
    public int addTask(int caseId, String title, String assignee, @Nullable LocalDate due, String person, Instant at) {
        return database.jdbc()
                .sql("INSERT INTO case_task (case_id, sequence, title, assignee, due, set_by, set_at)"
                        + " VALUES (?, (SELECT count(*) + 1 FROM case_task), ?, ?, ?, ?, ?) RETURNING sequence")
                .param(caseId)
                .param(StorableText.of(title))
                .param(assignee)
                .param(due)
                .param(person)
                .param(at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Marks a task as done; false when there is none or it was done before. */
    public boolean finishTask(int sequence, String person, Instant at) {
        return database.jdbc()
                        .sql("UPDATE case_task SET done_by = ?, done_at = ? WHERE sequence = ? AND done_at IS NULL")
                        .params(person, at.atOffset(ZoneOffset.UTC), sequence)
                        .update()
                == 1;
    }

    /** Tasks, those to do first. */
    public List<TaskRow> tasks() {
        return database.jdbc()
                .sql("SELECT sequence, title, assignee, due, set_by, done_by, done_at FROM case_task"
                        + " ORDER BY done_at IS NOT NULL, due NULLS LAST, sequence")
                .query((row, number) -> new TaskRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        ComplaintStore.instant(row, 7)))
                .list();
    }

    /** Adds a note, hand-over or decision; gives its number. */
    public int addNote(int caseId, String kind, String about, String words, String person, Instant at) {
        return database.jdbc()
                .sql("INSERT INTO case_note (case_id, sequence, kind, about, words, person, at)"
                        + " VALUES (?, (SELECT count(*) + 1 FROM case_note), ?, ?, ?, ?, ?) RETURNING sequence")
                .params(caseId, kind, about, StorableText.of(words), person, at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Notes, hand-overs and decisions, newest first. */
    public List<NoteRow> notes() {
        return database.jdbc()
                .sql("SELECT sequence, kind, about, words, person, at FROM case_note ORDER BY sequence DESC")
                .query((row, number) -> new NoteRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Erases all that the case holds of anybody; what was done with it stays. */
    public void erase() {
        database.jdbc().sql("SELECT erase_case()").query(resultSet -> {});
    }

    private static CaseStanding standingOf(ResultSet row, int number) throws SQLException {
        return new CaseStanding(
                row.getInt(1),
                Sensitivity.ofWire(row.getString(2)).orElse(Sensitivity.RESTRICTED),
                row.getBoolean(3),
                ComplaintStore.instant(row, 4),
                row.getObject(5, LocalDate.class));
    }
}
