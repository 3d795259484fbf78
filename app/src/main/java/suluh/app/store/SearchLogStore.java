package suluh.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Who searched for what, and searches that are kept. Inside the case's transaction. */
public final class SearchLogStore {
    private final Database database;

    public SearchLogStore(Database database) {
        this.database = database;
    }

    /**
     * A search with the salt of its commitment in the ledger.
     *
     * @param query what was looked for, as the address of the page has it
     * @param salt hexadecimal
     */
    public record Logged(String id, String person, Instant at, String query, String salt) {}

    /** A kept search. */
    public record Saved(String id, String name, String query, String savedBy, Instant savedAt) {}

    /** Notes a search. */
    public void add(int caseId, Logged run) {
        database.jdbc()
                .sql("INSERT INTO search_run (case_id, id, person, at, query, salt) VALUES (?, ?, ?, ?, ?, ?)")
                .params(caseId, run.id(), run.person(), run.at().atOffset(ZoneOffset.UTC), run.query(), run.salt())
                .update();
    }

    /** Keeps a search under a name. */
    public void save(int caseId, Logged run, String name) {
        database.jdbc()
                .sql("INSERT INTO saved_search (case_id, id, name, query, salt, saved_by, saved_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseId,
                        run.id(),
                        name,
                        run.query(),
                        run.salt(),
                        run.person(),
                        run.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Searches kept and not dropped, by name. */
    public List<Saved> saved() {
        return database.jdbc()
                .sql("SELECT id, name, query, saved_by, saved_at FROM saved_search WHERE dropped_at IS NULL"
                        + " ORDER BY name, id")
                .query((row, number) -> new Saved(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Drops a kept search; false when there is none of this id. */
    public boolean drop(String id, String person, Instant at) {
        return database.jdbc()
                        .sql(
                                "UPDATE saved_search SET dropped_by = ?, dropped_at = ? WHERE id = ? AND dropped_at IS NULL")
                        .params(person, at.atOffset(ZoneOffset.UTC), id)
                        .update()
                == 1;
    }
}
