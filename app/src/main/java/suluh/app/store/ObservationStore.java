package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import suluh.core.observation.SourcePointer;

/** Reads back what a case observed; every method opens its own transaction of the case. */
public final class ObservationStore {
    /** Rows that a cursor holds at once: about a megabyte of messages. */
    private static final int FETCH_ROWS = 4_000;

    private static final String MESSAGE_COLUMNS = "m.conversation, coalesce(m.sender, 0), m.platform_id, m.kind,"
            + " m.sent_text, m.sent_at, m.local_at, m.zone, m.body, m.attachments, p.item, p.path, m.source_offset,"
            + " m.source_length";
    private static final String MESSAGE_ORDER = "m.conversation, m.sort_at, m.order_in_file, m.place, m.source_offset";

    private final Database database;

    public ObservationStore(Database database) {
        this.database = database;
    }

    /** Gives each message of the case to {@code sink}, conversation by conversation, in the order of writing. */
    public void forEachMessage(int caseId, Consumer<StoredMessage> sink) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT " + MESSAGE_COLUMNS
                            + " FROM message m JOIN place p ON p.case_id = m.case_id AND p.id = m.place"
                            + " WHERE m.case_id = ? ORDER BY m.case_id, " + MESSAGE_ORDER)
                    .withFetchSize(FETCH_ROWS)
                    .param(caseId)
                    .query((RowCallbackHandler) row -> sink.accept(message(row)));
            return true;
        });
    }

    /** Hands every message of one conversation to the consumer, in the order of writing; constant memory. */
    public void forEachMessageOf(int caseId, int conversation, Consumer<StoredMessage> sink) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT " + MESSAGE_COLUMNS
                            + " FROM message m JOIN place p ON p.case_id = m.case_id AND p.id = m.place"
                            + " WHERE m.case_id = ? AND m.conversation = ? ORDER BY m.case_id, " + MESSAGE_ORDER)
                    .withFetchSize(FETCH_ROWS)
                    .param(caseId)
                    .param(conversation)
                    .query((RowCallbackHandler) row -> sink.accept(message(row)));
            return true;
        });
    }

    /** Messages of one conversation, {@code count} of them from place {@code from} in the order of writing. */
    public List<StoredMessage> messages(int caseId, int conversation, long from, int count) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT " + MESSAGE_COLUMNS
                                + " FROM message m JOIN place p ON p.case_id = m.case_id AND p.id = m.place"
                                + " WHERE m.case_id = ? AND m.conversation = ? ORDER BY m.case_id, " + MESSAGE_ORDER
                                + " OFFSET ? LIMIT ?")
                        .param(caseId)
                        .param(conversation)
                        .param(from)
                        .param(count)
                        .query((row, number) -> message(row))
                        .list());
    }

    /** The time of each of these records of messages: the instant, or the source's own text where none is known. */
    public Map<SourcePointer, String> timesOf(int caseId, List<SourcePointer> sources) {
        Map<SourcePointer, String> times = new java.util.HashMap<>();
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT p.item, p.path, m.source_offset, m.source_length, m.sent_at, m.sent_text FROM"
                            + " (SELECT DISTINCT item, path, place_offset FROM"
                            + " unnest(?::text[], ?::text[], ?::bigint[]) AS t(item, path, place_offset)) q"
                            + " JOIN place p ON p.item = q.item AND p.path = q.path"
                            + " JOIN message m ON m.case_id = p.case_id AND m.place = p.id"
                            + " AND m.source_offset = q.place_offset")
                    .param(sources.stream().map(source -> source.item().value()).toArray(String[]::new))
                    .param(sources.stream().map(SourcePointer::path).toArray(String[]::new))
                    .param(sources.stream().map(SourcePointer::offset).toArray(Long[]::new))
                    .query((RowCallbackHandler) row -> {
                        OffsetDateTime at = row.getObject(5, OffsetDateTime.class);
                        times.put(
                                SourceRow.pointer(row, 1),
                                at == null ? row.getString(6) : at.toInstant().toString());
                    });
            return true;
        });
        return times;
    }

    /**
     * Messages of one conversation whose instant is not sure.
     *
     * @param zone how the zone is known, or that day and month may be exchanged
     * @param first the first of them
     */
    public record UnsureTimes(int conversation, String zone, long messages, SourcePointer first) {}

    /** Messages whose zone nobody stated, or whose day and month may be exchanged, by conversation. */
    public List<UnsureTimes> unsureTimes(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT u.conversation, u.zone, u.messages, p.item, p.path, u.source_offset, u.source_length"
                                        + " FROM (SELECT conversation, zone || CASE WHEN ambiguous THEN ', day and month not sure'"
                                        + " ELSE '' END AS zone, count(*) AS messages,"
                                        + " (array_agg(place ORDER BY place, source_offset))[1] AS place,"
                                        + " (array_agg(source_offset ORDER BY place, source_offset))[1] AS source_offset,"
                                        + " (array_agg(source_length ORDER BY place, source_offset))[1] AS source_length"
                                        + " FROM message WHERE ambiguous OR zone IN ('assumed', 'unknown') GROUP BY 1, 2) u"
                                        + " JOIN place p ON p.id = u.place ORDER BY u.conversation, u.zone")
                        .query((row, number) -> new UnsureTimes(
                                row.getInt(1), row.getString(2), row.getLong(3), SourceRow.pointer(row, 4)))
                        .list());
    }

    /** Lets the server take note of how much was read, before questions to all of it; costs nothing when it knows. */
    public void noteSizes(int caseId) {
        database.inCase(caseId, () -> {
            database.jdbc().sql("SELECT note_sizes()").query(row -> {});
            return true;
        });
    }

    /** Conversations of the case in order of number. */
    public List<StoredConversation> conversations(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT c.id, c.key, c.platform, c.name, c.type, coalesce(m.messages, 0) FROM conversation c"
                                        + " LEFT JOIN (SELECT conversation, sum(messages)::bigint AS messages FROM message_part"
                                        + " GROUP BY conversation) m ON m.conversation = c.id ORDER BY c.id")
                        .query((row, number) -> CaseRows.conversation(row))
                        .list());
    }

    /** Accounts of the case in order of number. */
    public List<StoredAccount> accounts(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT a.id, a.key, a.platform, a.name, coalesce(m.messages, 0), coalesce(c.conversations, 0)"
                                        + " FROM account a"
                                        + " LEFT JOIN (SELECT sender, sum(messages)::bigint AS messages FROM message_part GROUP BY sender) m"
                                        + " ON m.sender = a.id"
                                        + " LEFT JOIN (SELECT account, count(DISTINCT conversation) AS conversations FROM ("
                                        + "   SELECT account, conversation FROM membership UNION"
                                        + "   SELECT sender, conversation FROM message_part WHERE sender IS NOT NULL) t"
                                        + " GROUP BY account) c"
                                        + " ON c.account = a.id ORDER BY a.id")
                        .query((row, number) -> CaseRows.account(row))
                        .list());
    }

    /** Every membership, and every account's writing in a conversation, each with one of its records. */
    public void forEachTie(int caseId, Consumer<StoredTie> sink) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT t.account, t.conversation, t.role, t.messages, p.item, p.path, t.source_offset,"
                            + " t.source_length FROM ("
                            + " SELECT account, conversation, role, 0 AS messages, place, source_offset, source_length"
                            + " FROM membership UNION ALL"
                            + " SELECT sender, conversation, 'writer', messages, record[1]::integer, record[2], record[3]"
                            + " FROM (SELECT sender, conversation, sum(messages)::bigint AS messages,"
                            + " min(ARRAY[place::bigint, source_offset, source_length]) AS record"
                            + " FROM message_part WHERE sender IS NOT NULL GROUP BY sender, conversation) w) t"
                            + " JOIN place p ON p.id = t.place"
                            + " ORDER BY t.account, t.conversation, t.role, t.place, t.source_offset")
                    .withFetchSize(FETCH_ROWS)
                    .query((RowCallbackHandler) row -> sink.accept(CaseRows.tie(row)));
            return true;
        });
    }

    /** Contact points, equal ones of one account and conversation counted together. */
    public List<StoredContact> contacts(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT c.account, coalesce(c.conversation, 0), c.kind, c.relation, c.normalised, c.times, p.item,"
                                        + " p.path, c.record[2], c.record[3] FROM ("
                                        + " SELECT account, conversation, kind, relation, normalised, count(*) AS times,"
                                        + " min(ARRAY[place::bigint, source_offset, source_length]) AS record"
                                        + " FROM contact_point GROUP BY account, conversation, kind, relation, normalised) c"
                                        + " JOIN place p ON p.id = c.record[1]"
                                        + " ORDER BY c.account, c.relation, c.kind, c.normalised, c.conversation")
                        .query((row, number) -> CaseRows.contact(row))
                        .list());
    }

    /**
     * An invitation as stored.
     *
     * @param inviter number of the account that invited, or 0
     */
    public record StoredInvitation(int inviter, int invited, int conversation, SourcePointer source) {}

    /** Invitations in the order of reading. */
    public List<StoredInvitation> invitations(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT coalesce(i.inviter, 0), i.invited, i.conversation, p.item, p.path, i.source_offset,"
                                        + " i.source_length FROM invitation i JOIN place p ON p.id = i.place"
                                        + " ORDER BY i.place, i.source_offset, i.invited")
                        .query((row, number) -> new StoredInvitation(
                                row.getInt(1), row.getInt(2), row.getInt(3), SourceRow.pointer(row, 4)))
                        .list());
    }

    /** What an export's records say of its holder: account number and the record. */
    public record StoredOwner(int account, SourcePointer source) {}

    /** Holders of the exports of the case. */
    public List<StoredOwner> owners(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT DISTINCT ON (s.account, p.item) s.account, p.item, p.path, s.source_offset, s.source_length"
                                        + " FROM account_statement s JOIN place p ON p.id = s.place WHERE s.export_owner"
                                        + " ORDER BY s.account, p.item, p.path, s.source_offset")
                        .query((row, number) -> new StoredOwner(row.getInt(1), SourceRow.pointer(row, 2)))
                        .list());
    }

    /** What a group says of itself. */
    public record GroupStatement(
            int conversation,
            @org.jspecify.annotations.Nullable String description,
            @org.jspecify.annotations.Nullable String statedPrivacy,
            long statedMembers) {}

    /** Statements of groups about themselves, in the order of reading. */
    public List<GroupStatement> groupStatements(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT conversation, description, stated_privacy, stated_members FROM group_statement"
                                + " ORDER BY conversation, place, source_offset")
                        .query((row, number) ->
                                new GroupStatement(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4)))
                        .list());
    }

    /** Observations by kind. */
    public SortedMap<String, Long> counts(int caseId) {
        return database.inCase(caseId, () -> {
            SortedMap<String, Long> counts = new TreeMap<>();
            counts.put(
                    "message",
                    database.jdbc()
                            .sql("SELECT coalesce(sum(messages), 0)::bigint FROM message_part")
                            .query(Long.class)
                            .single());
            Map.of(
                            "membership", "membership",
                            "invitation", "invitation",
                            "contact-point", "contact_point",
                            "group", "group_statement",
                            "account", "account_statement")
                    .forEach((kind, table) -> counts.put(
                            kind,
                            database.jdbc()
                                    .sql("SELECT count(*) FROM " + table)
                                    .query(Long.class)
                                    .single()));
            database.jdbc()
                    .sql("SELECT kind, count(*) FROM other_observation GROUP BY kind")
                    .query(row -> {
                        counts.put(row.getString(1), row.getLong(2));
                    });
            return counts;
        });
    }

    private static StoredMessage message(ResultSet row) throws SQLException {
        OffsetDateTime sentAt = row.getObject(6, OffsetDateTime.class);
        return new StoredMessage(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                sentAt == null ? null : sentAt.toInstant(),
                row.getObject(7, LocalDateTime.class),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                SourceRow.pointer(row, 11));
    }
}
