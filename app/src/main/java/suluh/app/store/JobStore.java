package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.Act;

/** Long work that persons asked for. Inside a transaction of the case, or of {@link Scope#WORK} where said. */
public final class JobStore {
    private static final String COLUMNS =
            "case_id, id, number, agency, asked_by, asked_at, zone, state, began_at, ended_at, reason, figures, kind, subject";

    private final Database database;

    public JobStore(Database database) {
        this.database = database;
    }

    /** What work does, and what it takes to ask for it. */
    public enum Kind {
        /** Reads what is new and analyses the case. */
        ANALYSE(Act.ANALYSE_CASE),
        /** Makes both bundles of a disclosure that a second person approved. */
        RELEASE(Act.DISCLOSE);

        private final Act act;

        Kind(Act act) {
            this.act = act;
        }

        /** The right that it needs, when it is asked for and when it begins. */
        public Act act() {
            return act;
        }

        /** Name in rows and pages: {@code analyse}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Work that somebody asks for.
     *
     * @param number number of the case
     * @param subject id of the disclosure, or empty
     * @param zone zone of the exporting devices, or empty
     */
    public record Asked(
            String id, Kind kind, String subject, String zone, String number, String agency, String person) {}

    /**
     * A piece of work.
     *
     * @param number number of the case
     * @param zone zone of the exporting devices, or empty
     * @param state whether it waits, runs, or how it ended: a word of the table's own
     * @param reason why it failed, or empty
     * @param figures what it found: lines of a name and a number
     * @param subject id of the disclosure, or empty
     */
    public record Job(
            int caseId,
            String id,
            String number,
            String agency,
            String askedBy,
            Instant askedAt,
            String zone,
            String state,
            @Nullable Instant beganAt,
            @Nullable Instant endedAt,
            String reason,
            String figures,
            Kind kind,
            String subject) {}

    /** Adds work that waits; false when the case has some that waits or runs. */
    public boolean add(int caseId, Asked asked, Instant at) {
        return database.jdbc()
                        .sql(
                                "INSERT INTO job (case_id, id, number, agency, asked_by, asked_at, zone, kind, subject, state)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting') ON CONFLICT DO NOTHING")
                        .params(
                                caseId,
                                asked.id(),
                                asked.number(),
                                asked.agency(),
                                asked.person(),
                                at.atOffset(ZoneOffset.UTC),
                                asked.zone(),
                                asked.kind().wire(),
                                asked.subject())
                        .update()
                == 1;
    }

    /** Work of the case, newest first, at most {@code most}. */
    public List<Job> newest(int most) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM job ORDER BY asked_at DESC, id LIMIT ?")
                .param(most)
                .query(JobStore::job)
                .list();
    }

    /** The work of this id. */
    public Optional<Job> find(String id) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM job WHERE id = ?")
                .param(id)
                .query(JobStore::job)
                .optional();
    }

    /** How many pieces wait and run, by state. In the scope of work. */
    public Map<String, Long> open() {
        Map<String, Long> open = new TreeMap<>();
        database.jdbc()
                .sql("SELECT state, count(*) FROM job WHERE state IN ('waiting', 'running') GROUP BY state")
                .query(row -> {
                    open.put(row.getString(1), row.getLong(2));
                });
        return open;
    }

    /** Begins what waits longest. In the scope of work. */
    public Optional<Job> takeNext(Instant now) {
        Optional<Job> next = database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM job WHERE state = 'waiting' ORDER BY asked_at, id LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED")
                .query(JobStore::job)
                .optional();
        next.ifPresent(job -> database.jdbc()
                .sql("UPDATE job SET state = 'running', began_at = ? WHERE id = ?")
                .params(now.atOffset(ZoneOffset.UTC), job.id())
                .update());
        return next;
    }

    /** Ends work that ran, or lets it wait again. In the scope of work. */
    public void end(String id, String state, Instant now, String reason, String figures) {
        database.jdbc()
                .sql("UPDATE job SET state = ?, reason = ?, figures = ?,"
                        + " ended_at = CASE WHEN ?::text = 'waiting' THEN NULL ELSE ?::timestamptz END"
                        + " WHERE id = ? AND state = 'running'")
                .params(state, StorableText.of(reason), figures, state, now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Cancels work that has not begun; false when it has, or is over. */
    public boolean cancelWaiting(String id, Instant now) {
        return database.jdbc()
                        .sql("UPDATE job SET state = 'cancelled', ended_at = ? WHERE id = ? AND state = 'waiting'")
                        .params(now.atOffset(ZoneOffset.UTC), id)
                        .update()
                == 1;
    }

    /** Lets wait again what ran when the program ended. In the scope of work, before any work begins. */
    public int recover() {
        return database.jdbc()
                .sql("UPDATE job SET state = 'waiting', began_at = NULL WHERE state = 'running'")
                .update();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                instant(row, 9),
                instant(row, 10),
                row.getString(11),
                row.getString(12),
                Kind.valueOf(row.getString(13).toUpperCase(Locale.ROOT)),
                row.getString(14));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
