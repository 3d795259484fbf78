package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import suluh.core.kernel.EvidenceId;
import suluh.core.network.Observed;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.SourcePointer;

/** What a case observed of ties, added up by the database; every method opens its own transaction of the case. */
public final class NetworkStore {
    /** Rows that a cursor holds at once. */
    private static final int FETCH_ROWS = 4_000;
    /** Zone that hours of the day are told in: that of the agencies, since most sources state an instant only. */
    public static final String RHYTHM_ZONE = "Asia/Kuala_Lumpur";

    /** The first of the records that were added up, as place, offset and length; a hash aggregate can take it. */
    private static final String FIRST_RECORD = " min(ARRAY[place::bigint, source_offset, source_length]) AS record";

    private static final String RECORD = " ARRAY[place::bigint, source_offset, source_length] AS record";
    /** Where a record added up as t lies. */
    private static final String SOURCE = " p.item, p.path, t.record[2], t.record[3]";

    private static final String OF_PLACE = " JOIN place p ON p.id = t.record[1]";

    private static final String SENT = "coalesce(sent_at, local_at AT TIME ZONE 'UTC')";

    private final Database database;

    public NetworkStore(Database database) {
        this.database = database;
    }

    /**
     * An account's part in a conversation.
     *
     * @param role wire name of its standing, or {@code writer} when it wrote there
     */
    public record StoredPart(int account, int conversation, String role, Observed observed) {}

    /** Every membership, and every account's writing in a conversation. */
    public List<StoredPart> parts(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT t.account, t.conversation, t.role, t.times, t.first, t.last," + SOURCE + " FROM ("
                                + " SELECT account, conversation, role, 1 AS times, since AS first, since AS last,"
                                + RECORD
                                + " FROM membership UNION ALL"
                                + " SELECT sender, conversation, 'writer', sum(messages)::bigint, min(first_at),"
                                + " max(last_at)," + FIRST_RECORD
                                + " FROM message_part WHERE sender IS NOT NULL GROUP BY sender, conversation) t"
                                + OF_PLACE
                                + " ORDER BY t.account, t.conversation, t.role, t.record")
                        .query((row, number) -> new StoredPart(
                                row.getInt(1), row.getInt(2), row.getString(3).intern(), observed(row, 4)))
                        .list());
    }

    /** Records between two accounts in a conversation; {@code from} is 0 when the source does not say. */
    public record StoredPair(int from, int to, int conversation, Observed observed) {}

    /** Invitations in the order of reading. */
    public List<StoredPair> invitations(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT coalesce(i.inviter, 0), i.invited, i.conversation, 1, i.at, i.at, p.item, p.path,"
                                + " i.source_offset, i.source_length FROM invitation i JOIN place p ON p.id = i.place"
                                + " ORDER BY i.place, i.source_offset, i.invited")
                        .query((row, number) ->
                                new StoredPair(row.getInt(1), row.getInt(2), row.getInt(3), observed(row, 4)))
                        .list());
    }

    /**
     * Answers to another account's messages, added up by pair and conversation.
     *
     * <p>Few messages answer one, and which are answered no statistics of the whole table tell. They are put aside and
     * looked at by themselves first, so that the server holds them in memory and reads the others past them; else it holds
     * the others.
     */
    public List<StoredPair> replies(int caseId) {
        return database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("CREATE TEMPORARY TABLE answer ON COMMIT DROP AS SELECT sender, conversation, reply_to, "
                            + SENT
                            + " AS at, place, source_offset, source_length FROM message WHERE reply_to IS NOT NULL")
                    .update();
            database.jdbc().sql("ANALYZE answer").update();
            List<StoredPair> replies = database.jdbc()
                    .sql("SELECT t.sender, t.answered, t.conversation, t.times, t.first, t.last," + SOURCE
                            + " FROM (SELECT a.sender, r.sender AS answered, a.conversation, count(*) AS times,"
                            + " min(a.at) AS first, max(a.at) AS last,"
                            + " min(ARRAY[a.place::bigint, a.source_offset, a.source_length]) AS record"
                            + " FROM answer a JOIN message r"
                            + " ON r.conversation = a.conversation AND r.platform_id = a.reply_to"
                            + " WHERE a.sender <> r.sender GROUP BY a.sender, r.sender, a.conversation) t" + OF_PLACE
                            + " ORDER BY t.sender, t.answered, t.conversation")
                    .query((row, number) ->
                            new StoredPair(row.getInt(1), row.getInt(2), row.getInt(3), observed(row, 4)))
                    .list();
            database.jdbc().sql("DROP TABLE answer").update();
            return replies;
        });
    }

    /**
     * An identifier that an account has ({@code conversation} 0) or published, equal ones added up.
     *
     * @param isOwned true when the source states it as the account's own
     */
    public record StoredIdentifier(
            int account,
            int conversation,
            ContactPointKind kind,
            boolean isOwned,
            String normalised,
            Observed observed) {}

    /** Identifiers by account, then conversation. */
    public List<StoredIdentifier> identifiers(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT t.account, coalesce(t.conversation, 0), t.kind, t.relation, t.normalised, t.times,"
                                + " t.first, t.last," + SOURCE + " FROM ("
                                + " SELECT account, conversation, kind, relation, normalised, count(*) AS times,"
                                + " min(at) AS first, max(at) AS last," + FIRST_RECORD
                                + " FROM contact_point GROUP BY account, conversation, kind, relation, normalised) t"
                                + OF_PLACE
                                + " ORDER BY t.account, t.relation, t.kind, t.normalised, t.conversation")
                        .query((row, number) -> new StoredIdentifier(
                                row.getInt(1),
                                row.getInt(2),
                                ContactPointKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                row.getString(4).equals("owned"),
                                row.getString(5),
                                observed(row, 6)))
                        .list());
    }

    /**
     * A message of a group.
     *
     * @param sender number of the account, or 0 when nobody wrote it
     * @param text what the account wrote, or null when the record is none of that
     * @param hour hours since 1970 began by the clocks of {@link #RHYTHM_ZONE}, or null when its time is not known
     * @param record where it lies
     */
    public record GroupMessage(
            int conversation,
            int sender,
            @Nullable String text,
            @Nullable Long hour,
            RecordPlace record) {}

    /** Where a record lies, by the number of its file. */
    public record RecordPlace(int place, long offset, long length) {}

    /**
     * Messages of these conversations in the order in which they are stored, which is that of reading; one pass over the
     * table, whose rows are sent without what is not asked for.
     */
    public void forEachGroupMessage(int caseId, Collection<Integer> conversations, Consumer<GroupMessage> sink) {
        database.inCase(caseId, () -> {
            // Two passes at once would otherwise begin where the other one is, and an index would bring its own order.
            database.jdbc().sql("SET LOCAL synchronize_seqscans = off").update();
            database.jdbc().sql("SET LOCAL enable_indexscan = off").update();
            database.jdbc()
                    .sql("SELECT conversation, coalesce(sender, 0), CASE WHEN sender IS NOT NULL AND kind = 'content'"
                            + " THEN body END, floor(date_part('epoch', coalesce(sent_at AT TIME ZONE '" + RHYTHM_ZONE
                            + "', local_at)) / 3600)::bigint, place, source_offset, source_length FROM message"
                            + " WHERE conversation = ANY(?)")
                    .withFetchSize(FETCH_ROWS)
                    .param(conversations.toArray(Integer[]::new))
                    .query((RowCallbackHandler) row -> sink.accept(groupMessage(row)));
            return true;
        });
    }

    private static GroupMessage groupMessage(ResultSet row) throws SQLException {
        long hour = row.getLong(4);
        boolean isUntimed = row.wasNull();
        return new GroupMessage(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                isUntimed ? null : hour,
                new RecordPlace(row.getInt(5), row.getLong(6), row.getLong(7)));
    }

    /** A file of the case: the item, and the path inside it. */
    public record StoredFile(EvidenceId item, String path) {
        /** Pointer to a record of it. */
        public SourcePointer at(RecordPlace record) {
            return new SourcePointer(item, path, record.offset(), record.length());
        }
    }

    /** Files that records lie in, by their number. */
    public Map<Integer, StoredFile> files(int caseId) {
        return database.inCase(caseId, () -> {
            Map<Integer, StoredFile> files = new HashMap<>();
            database.jdbc().sql("SELECT id, item, path FROM place").query((RowCallbackHandler) row ->
                    files.put(row.getInt(1), new StoredFile(new EvidenceId(row.getString(2)), row.getString(3))));
            return files;
        });
    }

    /**
     * A file that came with a message.
     *
     * @param itemName name of the item that the message is in
     * @param path path or name of the file as the message gives it
     */
    public record StoredMedia(int conversation, int sender, String itemName, String path, SourcePointer source) {}

    /** Attachments whose bytes are said to be in the export. */
    public void forEachAttachment(int caseId, Consumer<StoredMedia> sink) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT m.conversation, m.sender, e.name, m.attachments, p.item, p.path, m.source_offset,"
                            + " m.source_length FROM message m JOIN place p ON p.id = m.place"
                            + " JOIN evidence_item e ON e.item = p.item"
                            + " WHERE m.sender IS NOT NULL AND m.attachments LIKE '% referenced %'"
                            + " ORDER BY m.place, m.source_offset")
                    .withFetchSize(FETCH_ROWS)
                    .query((RowCallbackHandler) row -> {
                        for (String line : row.getString(4).split("\n")) {
                            int at = line.indexOf(" referenced ");
                            if (at > 0) {
                                String path = line.substring(at + " referenced ".length());
                                sink.accept(new StoredMedia(
                                        row.getInt(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        path,
                                        SourceRow.pointer(row, 5)));
                            }
                        }
                    });
            return true;
        });
    }

    /** SHA-256 of each item by its name as received. */
    public Map<String, String> itemDigests(int caseId) {
        return database.inCase(caseId, () -> {
            Map<String, String> digests = new HashMap<>();
            database.jdbc().sql("SELECT name, sha256 FROM evidence_item").query(row -> {
                digests.put(row.getString(1), row.getString(2));
            });
            return digests;
        });
    }

    private static Observed observed(ResultSet row, int column) throws SQLException {
        return new Observed(
                row.getLong(column),
                instant(row, column + 1),
                instant(row, column + 2),
                List.of(SourceRow.pointer(row, column + 3)));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
