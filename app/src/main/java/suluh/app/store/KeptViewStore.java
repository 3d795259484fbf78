package suluh.app.store;

import java.util.Optional;

/** Views that were worked out once; each is void as soon as what it rests on has changed. */
public final class KeptViewStore {
    private final Database database;

    public KeptViewStore(Database database) {
        this.database = database;
    }

    /**
     * What a view is kept under.
     *
     * @param subject what it shows, for example {@code account 12}
     * @param viewer what is masked to whom it was shown
     * @param basis digest of what it rests on
     */
    public record Key(String subject, String viewer, String basis) {}

    /** The view, unless there is none or its basis has changed. */
    public Optional<byte[]> find(int caseId, Key key) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT json FROM kept_view WHERE subject = ? AND viewer = ? AND basis = ?")
                        .params(key.subject(), key.viewer(), key.basis())
                        .query(byte[].class)
                        .optional());
    }

    /** Keeps a view, in the place of an older one, and forgets those of another basis. */
    public void keep(int caseId, Key key, byte[] json) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("DELETE FROM kept_view WHERE basis <> ?")
                    .param(key.basis())
                    .update();
            return database.jdbc()
                    .sql("INSERT INTO kept_view (case_id, subject, viewer, basis, json) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (case_id, subject, viewer) DO UPDATE"
                            + " SET basis = excluded.basis, json = excluded.json")
                    .params(caseId, key.subject(), key.viewer(), key.basis(), json)
                    .update();
        });
    }
}
