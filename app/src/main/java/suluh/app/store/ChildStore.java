package suluh.app.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts of a case that are believed to be a child's. */
public final class ChildStore {
    private final Database database;

    public ChildStore(Database database) {
        this.database = database;
    }

    /**
     * A marked account.
     *
     * @param account number of the account in the case
     * @param key its key, which holds the handle
     * @param name its display name, or null
     */
    public record ChildAccount(
            int account,
            String key,
            @Nullable String platformId,
            @Nullable String name) {}

    /** Marks the account, again after a lift too; false when the case has no such account. Inside the case's transaction. */
    public boolean mark(int caseId, int account, String person, Instant at) {
        return database.jdbc()
                        .sql("INSERT INTO child_account (case_id, account, marked_by, marked_at)"
                                + " SELECT a.case_id, a.id, ?, ? FROM account a WHERE a.case_id = ? AND a.id = ?"
                                + " ON CONFLICT (case_id, account) DO UPDATE SET lifted_at = NULL,"
                                + " marked_by = EXCLUDED.marked_by, marked_at = EXCLUDED.marked_at")
                        .param(person)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(caseId)
                        .param(account)
                        .update()
                == 1;
    }

    /** Lifts the mark; false when there was none. Inside the case's transaction. */
    public boolean lift(int account, Instant at) {
        return database.jdbc()
                        .sql("UPDATE child_account SET lifted_at = ? WHERE account = ? AND lifted_at IS NULL")
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(account)
                        .update()
                == 1;
    }

    /** Marked accounts of the case, by number. */
    public List<ChildAccount> marked(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT a.id, a.key, a.platform_id, a.name FROM child_account c JOIN account a"
                                + " ON a.case_id = c.case_id AND a.id = c.account WHERE c.lifted_at IS NULL"
                                + " ORDER BY a.id")
                        .query((row, number) ->
                                new ChildAccount(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                        .list());
    }

    /** Accounts whose mask this person lifted for themselves since then, with another's word. */
    public List<String> unmasked(int caseId, String person, Instant since) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT subject FROM approval WHERE act = 'unmask-child' AND asked_by = ?"
                                + " AND used_at > ?")
                        .param(person)
                        .param(since.atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list());
    }
}
