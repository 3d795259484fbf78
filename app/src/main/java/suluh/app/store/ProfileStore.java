package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.app.store.TraitStore.Statement;
import suluh.core.identity.profile.WeekHours;
import suluh.core.observation.SourcePointer;

/** What the records of one account say; every method reads that account's rows and no more. */
public final class ProfileStore {
    private static final String COLUMNS =
            "m.conversation, coalesce(m.sender, 0), m.sent_at, m.body, m.attachments, p.item,"
                    + " p.path, m.source_offset, m.source_length FROM message m"
                    + " JOIN place p ON p.case_id = m.case_id AND p.id = m.place";

    private final Database database;

    public ProfileStore(Database database) {
        this.database = database;
    }

    /** Hours and days of writing, of messages whose instant is known. */
    public WeekHours hours(int caseId, int account) {
        WeekHours hours = new WeekHours();
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql(
                            "SELECT extract(isodow FROM sent_at AT TIME ZONE 'UTC')::integer,"
                                    + " extract(hour FROM sent_at AT TIME ZONE 'UTC')::integer, count(*) FROM message"
                                    + " WHERE case_id = ? AND sender = ? AND sent_at IS NOT NULL AND kind = 'content' GROUP BY 1, 2")
                    .params(caseId, account)
                    .query(row -> {
                        hours.add(row.getInt(1), row.getInt(2), row.getLong(3));
                    });
            return true;
        });
        return hours;
    }

    /**
     * A message of an hour.
     *
     * @param day from 1, Monday, to 7, Sunday, in UTC
     * @param hour from 0 to 23
     */
    public record HourRecord(int day, int hour, SourcePointer source) {}

    /** The earliest messages of each hour of the week, so many of each at most, in the order of the week. */
    public List<HourRecord> ofEachHour(int caseId, int account, int count) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT w.day, w.hour, p.item, p.path, w.source_offset, w.source_length FROM"
                                + " (SELECT d.day, d.hour, m.case_id, m.place, m.source_offset, m.source_length,"
                                + " row_number() OVER (PARTITION BY d.day, d.hour"
                                + " ORDER BY m.sent_at, m.place, m.source_offset) AS nth FROM message m CROSS JOIN LATERAL"
                                + " (SELECT extract(isodow FROM m.sent_at AT TIME ZONE 'UTC')::integer AS day,"
                                + " extract(hour FROM m.sent_at AT TIME ZONE 'UTC')::integer AS hour) d"
                                + " WHERE m.case_id = ? AND m.sender = ? AND m.sent_at IS NOT NULL"
                                + " AND m.kind = 'content') w"
                                + " JOIN place p ON p.case_id = w.case_id AND p.id = w.place"
                                + " WHERE w.nth <= ? ORDER BY w.day, w.hour, w.nth")
                        .params(caseId, account, count)
                        .query((row, number) -> new HourRecord(row.getInt(1), row.getInt(2), SourceRow.pointer(row, 3)))
                        .list());
    }

    /**
     * A message that a line of the profile rests on.
     *
     * @param conversation number of the conversation
     * @param sender number of who wrote it
     * @param at instant, or null
     * @param attachments a line for each
     */
    public record Passage(
            int conversation,
            int sender,
            @Nullable Instant at,
            String text,
            String attachments,
            SourcePointer source) {}

    /** The first and the last message of known instant; none, one or two. */
    public List<Passage> firstAndLast(int caseId, int account) {
        String one = "(SELECT " + COLUMNS + " WHERE m.case_id = ? AND m.sender = ? AND m.sent_at IS NOT NULL"
                + " ORDER BY m.sent_at %1$s, m.place %1$s, m.source_offset %1$s LIMIT 1)";
        return passages(
                caseId,
                one.formatted("ASC") + " UNION " + one.formatted("DESC") + " ORDER BY 3",
                caseId,
                account,
                caseId,
                account);
    }

    /** Written messages of the account, the newest first. */
    public List<Passage> newest(int caseId, int account, int count) {
        return passages(
                caseId,
                "SELECT " + COLUMNS + " WHERE m.case_id = ? AND m.sender = ? AND m.kind = 'content' AND m.body <> ''"
                        + " ORDER BY m.sort_at DESC, m.place DESC, m.source_offset DESC LIMIT ?",
                caseId,
                account,
                count);
    }

    /** Messages of the account that came with files, in order of conversation and record. */
    public List<Passage> withFiles(int caseId, int account, int count) {
        return passages(
                caseId,
                "SELECT " + COLUMNS + " WHERE m.case_id = ? AND m.sender = ? AND m.attachments <> ''"
                        + " ORDER BY m.conversation, m.place, m.source_offset LIMIT ?",
                caseId,
                account,
                count);
    }

    /** The first written message of each of these conversations, whoever wrote it. */
    public List<Passage> openers(int caseId, List<Integer> conversations) {
        return passages(
                caseId,
                "SELECT DISTINCT ON (m.conversation) " + COLUMNS + " WHERE m.case_id = ? AND m.conversation = ANY(?)"
                        + " AND m.kind = 'content' AND m.body <> ''"
                        + " ORDER BY m.conversation, m.sort_at, m.order_in_file, m.place, m.source_offset",
                caseId,
                conversations.toArray(Integer[]::new));
    }

    /** Short messages with a number in them that others wrote in these conversations. */
    public List<Passage> numbersOfOthers(int caseId, int account, List<Integer> conversations, int count) {
        return passages(
                caseId,
                "SELECT " + COLUMNS + " WHERE m.case_id = ? AND m.conversation = ANY(?) AND m.sender <> ?"
                        + " AND length(m.body) < 400 AND m.body ~ '[0-9]'"
                        + " ORDER BY m.conversation, m.sort_at, m.place, m.source_offset LIMIT ?",
                caseId,
                conversations.toArray(Integer[]::new),
                account,
                count);
    }

    /** Sign-ins and attributes stated of the account. */
    public List<Statement> statements(int caseId, int account, int count) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT o.account, o.kind, o.detail, o.at, p.item, p.path, o.source_offset, o.source_length"
                                        + " FROM other_observation o JOIN place p ON p.case_id = o.case_id AND p.id = o.place"
                                        + " WHERE o.case_id = ? AND o.account = ? AND o.kind IN ('login', 'attribute')"
                                        + " ORDER BY o.at NULLS LAST, o.detail, o.place, o.source_offset LIMIT ?")
                        .params(caseId, account, count)
                        .query((row, number) -> new Statement(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                instant(row, 4),
                                SourceRow.pointer(row, 5)))
                        .list());
    }

    private List<Passage> passages(int caseId, String sql, Object... parameters) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(sql)
                        .params(parameters)
                        .query((row, number) -> new Passage(
                                row.getInt(1),
                                row.getInt(2),
                                instant(row, 3),
                                row.getString(4),
                                row.getString(5),
                                SourceRow.pointer(row, 6)))
                        .list());
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
