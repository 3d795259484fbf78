package suluh.app.store;

import java.time.Instant;
import java.time.ZoneOffset;
import suluh.core.kernel.Sha256Digest;

/** Editions of the register that this installation has worked under. */
public final class RegisterStore {
    private final Database database;

    public RegisterStore(Database database) {
        this.database = database;
    }

    /** Keeps an edition unless its version is there; gives the digest of the text that stands under this version. */
    public Sha256Digest keep(String version, Sha256Digest sha256, String yaml, Instant at) {
        return database.inScope(Scope.REGISTERS, () -> {
            database.jdbc()
                    .sql("INSERT INTO register_edition (version, sha256, loaded_at, yaml) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")
                    .params(version, sha256.hex(), at.atOffset(ZoneOffset.UTC), yaml)
                    .update();
            return database.jdbc()
                    .sql("SELECT sha256 FROM register_edition WHERE version = ?")
                    .param(version)
                    .query((row, number) -> new Sha256Digest(row.getString(1)))
                    .single();
        });
    }
}
