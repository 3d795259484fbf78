package suluh.app.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keyed digests of the targets that cases look at: says that there is a match and whom to call, and no more.
 *
 * <p>The table holds no target, no case and no person's name, so that every case may ask it while row-level security
 * stays forced on all that it stands for.
 */
public final class TargetMarkStore {
    private final Database database;

    public TargetMarkStore(Database database) {
        this.database = database;
    }

    /**
     * A match in another case.
     *
     * @param digest keyed digest of the target
     * @param agency agency to call
     * @param contact id of the person to call
     */
    public record Match(String digest, String agency, String contact) {}

    /** Marks targets for the case behind this holder; inside a transaction it takes part in it. */
    public void mark(Collection<String> digests, String holder, String agency, String contact) {
        database.inScope(
                Scope.MARKS,
                () -> database.jdbc()
                        .sql("INSERT INTO target_mark (digest, holder, agency, contact) SELECT d, ?, ?, ?"
                                + " FROM unnest(?::text[]) d ON CONFLICT DO NOTHING")
                        .param(holder)
                        .param(agency)
                        .param(contact)
                        .param(digests.toArray(String[]::new))
                        .update());
    }

    /** Removes the marks of a case. */
    public void clear(String holder) {
        database.inScope(
                Scope.MARKS,
                () -> database.jdbc()
                        .sql("DELETE FROM target_mark WHERE holder = ?")
                        .param(holder)
                        .update());
    }

    /** Matches of these targets in cases other than that of the holder, in order. */
    public List<Match> matches(Collection<String> digests, String holder) {
        return database.inScope(
                Scope.MARKS,
                () -> database.jdbc()
                        .sql(
                                "SELECT digest, agency, contact FROM target_mark WHERE digest = ANY (?::text[]) AND holder <> ?"
                                        + " ORDER BY digest, agency, contact")
                        .param(digests.toArray(String[]::new))
                        .param(holder)
                        .query((row, number) -> new Match(row.getString(1), row.getString(2), row.getString(3)))
                        .list());
    }

    /** Those of these digests that some case has marked. */
    public Set<String> known(Collection<String> digests) {
        return new HashSet<>(database.inScope(
                Scope.MARKS,
                () -> database.jdbc()
                        .sql("SELECT DISTINCT digest FROM target_mark WHERE digest = ANY (?::text[])")
                        .param(digests.toArray(String[]::new))
                        .query(String.class)
                        .list()));
    }
}
