package suluh.app.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every row of every table that the program may read, as text; bytes as the letters they hold. */
public final class TableRows {
    private static final Pattern BYTES = Pattern.compile("\\\\\\\\x([0-9a-f]*)");

    private TableRows() {}

    /** Rows of all tables as the case sees them, and those that belong to no case. */
    public static SortedMap<String, List<String>> of(Database database, int caseId) {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        add(rows, database, work -> database.inCase(caseId, work));
        for (Scope scope : Scope.values()) {
            if (scope != Scope.VAULT && scope != Scope.WORK && scope != Scope.LEDGER) { // these show other cases
                add(rows, database, work -> database.inScope(scope, work));
            }
        }
        return rows;
    }

    private interface Within {
        List<String> run(Supplier<List<String>> work);
    }

    private static void add(SortedMap<String, List<String>> rows, Database database, Within within) {
        for (String table : tables(database)) {
            List<String> found = within.run(() -> database.jdbc()
                    .sql("SELECT to_jsonb(t)::text FROM " + table + " t ORDER BY 1")
                    .query(String.class)
                    .list());
            found.forEach(row ->
                    rows.computeIfAbsent(table, ignored -> new ArrayList<>()).add(legible(row)));
        }
    }

    private static List<String> tables(Database database) {
        return database.inTransaction(() -> database.jdbc()
                .sql("SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                        + " AND c.relkind IN ('r', 'p') AND has_any_column_privilege(c.oid, 'SELECT') ORDER BY 1")
                .query(String.class)
                .list());
    }

    private static String legible(String row) {
        Matcher bytes = BYTES.matcher(row);
        StringBuilder out = new StringBuilder();
        while (bytes.find()) {
            String letters = new String(HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.UTF_8);
            bytes.appendReplacement(out, Matcher.quoteReplacement(letters));
        }
        return bytes.appendTail(out).toString();
    }

    /** Runs work as one transaction of the case, for tests of what a failure leaves. */
    public static void inCase(Database database, int caseId, Runnable work) {
        database.inCase(caseId, () -> {
            work.run();
            return true;
        });
    }
}
