package suluh.app.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.core.search.Letters;
import suluh.core.search.MessageLanguage;
import suluh.core.search.NameForm;
import suluh.core.search.Postings;
import suluh.core.search.Token;
import suluh.core.search.Tokens;

/**
 * Writes the search index of what one reading brings, beside the rows themselves.
 *
 * <p>Lists are gathered in memory and sent by COPY whenever they reach {@value #MAX_BYTES} bytes; a term then has several
 * lists, one after another. Use inside one transaction of the case and {@link #finish} after the rows are in.
 */
final class SearchIndexWriter {
    /** Day of a message whose time nobody knows. */
    static final String NO_DATE = "0000";

    private static final int MAX_BYTES = 48 << 20;
    /** What a term costs beside its list: the map's entry, the text, the buffer. */
    private static final int TERM_BYTES = 160;

    private static final int FETCH_ROWS = 4_000;
    private static final int MIN_YEAR = 1;
    private static final int MAX_YEAR = 9999;
    private static final int MONTH = "2024-10".length();

    private final Connection connection;
    private final int caseId;
    private final CopyBuffer rows;
    private final Map<SearchField, Map<String, Postings>> lists = new java.util.EnumMap<>(SearchField.class);
    private long heldBytes;
    private long lastDay = Long.MIN_VALUE;
    private String lastDate = NO_DATE;

    SearchIndexWriter(Connection connection, int caseId) throws SQLException {
        this.connection = connection;
        this.caseId = caseId;
        this.rows = new CopyBuffer(connection, "search_term", "case_id, field, term, first_number, numbers, postings");
        try (Statement sql = connection.createStatement()) {
            sql.execute("ALTER TABLE incoming_search_term ALTER COLUMN postings SET STORAGE EXTERNAL");
        }
        for (SearchField field : SearchField.values()) {
            lists.put(field, new HashMap<>());
        }
    }

    /** Takes a message in; numbers ascend. */
    void message(int number, String text, String kind, String platform, @Nullable Instant at, int sender)
            throws SQLException, IOException {
        List<Token> tokens = Tokens.of(text);
        for (Token token : tokens) {
            add(SearchField.WORD, token.term(), number);
        }
        String date = date(at);
        add(SearchField.DAY, date + ' ' + platform, number);
        add(SearchField.MONTH, date.substring(0, Math.min(MONTH, date.length())) + ' ' + platform, number);
        add(SearchField.KIND, kind, number);
        Letters letters = Letters.of(text);
        add(SearchField.LETTERS, letters.wire(), number);
        add(SearchField.LANGUAGE, MessageLanguage.of(letters, tokens), number);
        if (sender > 0) {
            add(SearchField.SENDER, String.valueOf(sender), number);
        }
        flushWhenFull();
    }

    private String date(@Nullable Instant at) {
        if (at == null) {
            return NO_DATE;
        }
        long day = Math.floorDiv(at.getEpochSecond(), 86_400L);
        if (day != lastDay) {
            var date = at.atOffset(ZoneOffset.UTC).toLocalDate();
            boolean isUsual = date.getYear() >= MIN_YEAR && date.getYear() <= MAX_YEAR;
            lastDay = day;
            lastDate = isUsual ? date.toString() : NO_DATE;
        }
        return lastDate;
    }

    private void add(SearchField field, String term, int number) {
        Map<String, Postings> terms = lists.get(field);
        Postings list = terms == null ? null : terms.get(term);
        if (list == null) {
            list = new Postings();
            lists.computeIfAbsent(field, ignored -> new HashMap<>()).put(term, list);
            heldBytes += TERM_BYTES;
        }
        int before = list.sizeBytes();
        list.add(number);
        heldBytes += list.sizeBytes() - before;
    }

    private void flushWhenFull() throws SQLException, IOException {
        if (heldBytes >= MAX_BYTES) {
            flush();
        }
    }

    private void flush() throws SQLException, IOException {
        for (Map.Entry<SearchField, Map<String, Postings>> field : lists.entrySet()) {
            for (Map.Entry<String, Postings> term : field.getValue().entrySet()) {
                Postings list = term.getValue();
                byte[] bytes = list.toBytes();
                rows.number(caseId)
                        .word(field.getKey().column())
                        .text(term.getKey())
                        .number(list.first())
                        .number(list.count())
                        .bytes(bytes);
                rows.endRow();
                rows.flushWhenFull();
            }
            field.getValue().clear();
        }
        heldBytes = 0;
    }

    /** Takes in the names that the reading added, and sends what is left. */
    void finish() throws SQLException, IOException {
        flush();
        for (String statement : NEW_NAMES) {
            try (Statement sql = connection.createStatement()) {
                sql.execute(statement);
            }
        }
        try (Statement sql = connection.createStatement()) {
            sql.setFetchSize(FETCH_ROWS);
            try (ResultSet names = sql.executeQuery("SELECT number, form FROM incoming_search_name ORDER BY number")) {
                while (names.next()) {
                    for (String gram : NameForm.of(names.getString(2)).grams()) {
                        add(SearchField.NAME, gram, names.getInt(1));
                    }
                    flushWhenFull();
                }
            }
        }
        flush();
        rows.finish(connection);
    }

    /** Identifiers stand once for each account; the record kept is the first in the order of reading. */
    private static final List<String> NEW_NAMES = List.of(
            "CREATE TEMPORARY TABLE incoming_search_name ON COMMIT DROP AS"
                    + " SELECT (SELECT coalesce(max(number), 0) FROM search_name)::integer"
                    + " + (row_number() OVER (ORDER BY n.kind, n.account, n.conversation, n.form))::integer AS number,"
                    + " n.* FROM ("
                    + " SELECT 'account' AS kind, a.id AS account, NULL::integer AS conversation, a.name AS form,"
                    + " NULL::integer AS place, NULL::bigint AS source_offset, NULL::bigint AS source_length"
                    + " FROM account a WHERE a.name <> ''"
                    + " UNION ALL SELECT 'id', a.id, NULL, a.platform_id, NULL, NULL, NULL"
                    + " FROM account a WHERE a.platform_id <> ''"
                    + " UNION ALL SELECT 'conversation', NULL, c.id, c.name, NULL, NULL, NULL"
                    + " FROM conversation c WHERE c.name <> ''"
                    + " UNION ALL (SELECT DISTINCT ON (p.account, p.kind, p.normalised) p.kind, p.account, NULL::integer,"
                    + " p.normalised, p.place, p.source_offset, p.source_length FROM contact_point p"
                    + " WHERE p.normalised <> '' ORDER BY p.account, p.kind, p.normalised, p.place, p.source_offset)"
                    + ") n WHERE NOT EXISTS (SELECT FROM search_name s WHERE s.kind = n.kind"
                    + " AND s.account IS NOT DISTINCT FROM n.account"
                    + " AND s.conversation IS NOT DISTINCT FROM n.conversation AND s.form = n.form)",
            "INSERT INTO search_name (case_id, number, kind, account, conversation, form, place, source_offset,"
                    + " source_length) SELECT current_case(), number, kind, account, conversation, form, place,"
                    + " source_offset, source_length FROM incoming_search_name");
}
