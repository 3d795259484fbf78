package suluh.app.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Looks below the search: rows, plans, and an index that was never made. */
public final class SearchRows {
    private SearchRows() {}

    /** Lists of every field with the numbers they hold. */
    public static Map<String, Long> sums(Database database, int caseId) {
        return database.inCase(caseId, () -> {
            Map<String, Long> sums = new java.util.TreeMap<>();
            for (SearchField field : SearchField.values()) {
                new SearchStore(database)
                        .sums(field)
                        .forEach((term, numbers) -> sums.put(field.column() + " " + term, numbers));
            }
            return sums;
        });
    }

    /** A statement that takes half a second. */
    public static boolean sleeps(Database database) {
        database.jdbc().sql("SELECT pg_sleep(0.5)").query(row -> {});
        return true;
    }

    /** Leaves of the case in the ledger. */
    public static List<String> leaves(Database database, int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT leaf FROM ledger_entry")
                        .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .list());
    }

    /** How the database would run this, as the role that the program works with, when it prefers keys. */
    public static String plan(Database database, int caseId, String sql) {
        return database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT set_config('enable_seqscan', 'off', true)")
                    .query(row -> {});
            return String.join(
                    "\n",
                    database.jdbc().sql("EXPLAIN " + sql).query(String.class).list());
        });
    }

    /** Takes the index of the case away, as if it had been read by an older program. */
    public static void forget(Database database, int caseId) throws SQLException {
        DatabaseSettings settings = database.settings();
        try (Connection owner =
                        DriverManager.getConnection(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("SELECT set_config('suluh.case_id', '" + caseId + "', false)");
            statement.execute("DELETE FROM search_term");
            statement.execute("DELETE FROM search_name");
        }
    }
}
