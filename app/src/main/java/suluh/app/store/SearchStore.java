package suluh.app.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DataSourceUtils;
import suluh.core.observation.SourcePointer;
import suluh.core.search.Postings;

/** The search index of a case. Everything but {@link #within} and {@link #catchUp} runs inside the case's transaction. */
public final class SearchStore {
    /** PostgreSQL's state of a statement that ran out of its time. */
    private static final String CANCELED = "57014";

    private static final int FETCH_ROWS = 2_000;
    /** Most terms that a beginning stands for. */
    private static final int MAX_TERMS = 2_000;
    /** Locks of catching up, apart from other advisory locks. */
    private static final int CATCH_UP_LOCK = 0x5EA2;

    private static final String MESSAGE_COLUMNS =
            "m.number, m.conversation, coalesce(m.sender, 0), m.kind, m.sent_text,"
                    + " m.sent_at, m.zone, m.body, m.attachments, p.item, p.path, m.source_offset, m.source_length";

    private final Database database;
    private final SearchColumns columns;

    public SearchStore(Database database) {
        this.database = database;
        this.columns = new SearchColumns(database);
    }

    /** Runs work in one transaction of the case; empty when one of its statements took longer than {@code limit}. */
    public <T> Optional<T> within(int caseId, Duration limit, Supplier<T> work) {
        try {
            return Optional.of(database.inCase(caseId, () -> {
                database.jdbc()
                        .sql("SELECT set_config('statement_timeout', ?, true)")
                        .param(String.valueOf(limit.toMillis()))
                        .query(String.class)
                        .single();
                return work.get();
            }));
        } catch (StoreException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && CANCELED.equals(sql.getSQLState())) {
                    return Optional.empty();
                }
            }
            throw e;
        }
    }

    /** Makes the index anew when something that was read is not in it; does nothing when all is there. */
    public void catchUp(int caseId) {
        database.inCase(caseId, () -> {
            if (missing() == 0) {
                return false;
            }
            database.jdbc()
                    .sql("SELECT pg_advisory_xact_lock(?, ?)")
                    .params(CATCH_UP_LOCK, caseId)
                    .query(row -> {});
            if (missing() != 0) {
                makeAnew(caseId);
            }
            return true;
        });
    }

    /** Makes the index of the case from what is there, and keeps nothing of the one before. */
    public void makeAnew(int caseId) {
        database.jdbc().sql("SELECT erase_search_index()").query(row -> {});
        index(caseId);
    }

    private long missing() {
        return database.jdbc()
                .sql("SELECT greatest((SELECT coalesce(max(number), 0) FROM message), coalesce(max(last_message), 0))"
                        + " - coalesce(sum(messages), 0)"
                        + " - (SELECT coalesce(sum(numbers), 0) FROM search_term WHERE field = 'k')"
                        + " FROM case_erasure WHERE case_id = current_case()")
                .query(Long.class)
                .single();
    }

    private void index(int caseId) {
        Connection connection = DataSourceUtils.getConnection(database.pool());
        try {
            SearchIndexWriter writer = new SearchIndexWriter(connection, caseId);
            database.jdbc()
                    .sql("SELECT m.number, m.body, m.kind, c.platform, m.sort_at, coalesce(m.sender, 0),"
                            + " m.sort_at = '-infinity' FROM message m"
                            + " JOIN conversation c ON c.case_id = m.case_id AND c.id = m.conversation"
                            + " WHERE m.case_id = ? ORDER BY m.number")
                    .withFetchSize(FETCH_ROWS)
                    .param(caseId)
                    .query((RowCallbackHandler) row -> take(writer, row));
            writer.finish();
        } catch (SQLException | IOException e) {
            throw new StoreException("The search index could not be made: " + e.getMessage(), e);
        }
    }

    private static void take(SearchIndexWriter writer, ResultSet row) throws SQLException {
        try {
            writer.message(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(7)
                            ? null
                            : row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getInt(6));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** Adds the numbers of this term. */
    public void addTo(BitSet numbers, SearchField field, String term) {
        database.jdbc()
                .sql("SELECT postings FROM search_term WHERE field = ? AND term = ?")
                .params(field.column(), term)
                .query((RowCallbackHandler) row -> Postings.addTo(numbers, row.getBytes(1)));
    }

    /** Adds the numbers of all messages. */
    public void addAll(BitSet numbers) {
        database.jdbc()
                .sql("SELECT postings FROM search_term WHERE field = ?")
                .withFetchSize(FETCH_ROWS)
                .param(SearchField.KIND.column())
                .query((RowCallbackHandler) row -> Postings.addTo(numbers, row.getBytes(1)));
    }

    /** Adds the numbers of the terms that begin so, the first {@value #MAX_TERMS} of them. */
    public void addPrefix(BitSet numbers, SearchField field, String beginning) {
        database.jdbc()
                .sql("SELECT postings FROM search_term WHERE field = ? AND term >= ? AND term < ?"
                        + " ORDER BY term LIMIT ?")
                .withFetchSize(FETCH_ROWS)
                .params(field.column(), beginning, beginning + "\uDBFF\uDFFF", MAX_TERMS)
                .query((RowCallbackHandler) row -> Postings.addTo(numbers, row.getBytes(1)));
    }

    /** The highest number of a message of the case, or 0. */
    public int lastMessage(int caseId) {
        return database.jdbc()
                .sql("SELECT coalesce(max(number), 0) FROM message WHERE case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    /** The term of this field that each message to {@code last} has; for a field of which each message has one. */
    public SearchColumn column(int caseId, SearchField field, int last) {
        return columns.column(caseId, field, last);
    }

    /** How many numbers each term of the field has in all, in the order of the terms. */
    public Map<String, Long> sums(SearchField field) {
        Map<String, Long> sums = new TreeMap<>();
        database.jdbc()
                .sql("SELECT term, sum(numbers) FROM search_term WHERE field = ? GROUP BY term")
                .param(field.column())
                .query((RowCallbackHandler) row -> sums.put(row.getString(1), row.getLong(2)));
        return sums;
    }

    /** Terms of a name that share three units with it, each with the numbers of the names that have them. */
    public void addGrams(Collection<String> grams, int[] shared) {
        for (String gram : grams) {
            BitSet numbers = new BitSet();
            addTo(numbers, SearchField.NAME, gram);
            for (int i = numbers.nextSetBit(0); i >= 0 && i < shared.length; i = numbers.nextSetBit(i + 1)) {
                shared[i]++;
            }
        }
    }

    /** The highest number of a name, or 0. */
    public int lastName() {
        return database.jdbc()
                .sql("SELECT coalesce(max(number), 0) FROM search_name")
                .query(Integer.class)
                .single();
    }

    /**
     * A name that can be found.
     *
     * @param kind {@code account} for a display name, {@code id} for the platform's id, {@code conversation}, else the
     *     kind of contact point
     * @param account number of the account, or 0 for a conversation
     * @param source the record of a contact point, or null
     */
    public record FoundName(
            int number,
            String kind,
            int account,
            int conversation,
            String form,
            @Nullable SourcePointer source) {}

    /** Names of these numbers, in their order. */
    public List<FoundName> names(List<Integer> numbers) {
        return database.jdbc()
                .sql(
                        "SELECT n.number, n.kind, coalesce(n.account, 0), coalesce(n.conversation, 0), n.form, p.item, p.path,"
                                + " n.source_offset, n.source_length FROM search_name n"
                                + " LEFT JOIN place p ON p.case_id = n.case_id AND p.id = n.place"
                                + " WHERE n.number = ANY (?) ORDER BY n.number")
                .param(numbers.toArray(Integer[]::new))
                .query((row, index) -> new FoundName(
                        row.getInt(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6) == null ? null : SourceRow.pointer(row, 6)))
                .list();
    }

    /** A message that was found. */
    public record FoundMessage(
            int number,
            int conversation,
            int sender,
            String kind,
            String sentText,
            @Nullable Instant sentAt,
            String zone,
            String text,
            String attachments,
            SourcePointer source) {}

    /** The text of a message. */
    public record NumberedText(int number, String text) {}

    /** Texts of these messages, in their order; a small part of the cost of {@link #messages}. */
    public List<NumberedText> texts(int caseId, List<Integer> numbers) {
        return database.jdbc()
                .sql(
                        "SELECT m.number, m.body FROM message m WHERE m.case_id = ? AND m.number = ANY (?) ORDER BY m.number")
                .params(caseId, numbers.toArray(Integer[]::new))
                .query((row, index) -> new NumberedText(row.getInt(1), row.getString(2)))
                .list();
    }

    /** Messages of these numbers, in their order. */
    public List<FoundMessage> messages(int caseId, List<Integer> numbers) {
        return database.jdbc()
                .sql("SELECT " + MESSAGE_COLUMNS
                        + " FROM message m JOIN place p ON p.case_id = m.case_id AND p.id = m.place"
                        + " WHERE m.case_id = ? AND m.number = ANY (?) ORDER BY m.number")
                .params(caseId, numbers.toArray(Integer[]::new))
                .query((row, index) -> {
                    OffsetDateTime sentAt = row.getObject(6, OffsetDateTime.class);
                    return new FoundMessage(
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            sentAt == null ? null : sentAt.toInstant(),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            SourceRow.pointer(row, 10));
                })
                .list();
    }

    /**
     * Where a message stands.
     *
     * @param index how many messages of its conversation come before it
     */
    public record Place(int conversation, long index) {}

    /** Where the message of this number stands, when there is one. */
    public Optional<Place> place(int caseId, int number) {
        return database.jdbc()
                .sql("SELECT m.conversation, (SELECT count(*) FROM message b WHERE b.case_id = m.case_id"
                        + " AND b.conversation = m.conversation"
                        + " AND (b.sort_at, b.order_in_file, b.place, b.source_offset)"
                        + " < (m.sort_at, m.order_in_file, m.place, m.source_offset))"
                        + " FROM message m WHERE m.case_id = ? AND m.number = ?")
                .params(caseId, number)
                .query((row, index) -> new Place(row.getInt(1), row.getLong(2)))
                .optional();
    }
}
