package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys of the API, receipts of what was answered under them, and second factors of persons. */
public final class KeyStore {
    private static final String KEY =
            "SELECT k.id, k.agency, k.person_id, k.label, k.secret_sha256, k.made_at, k.revoked_at FROM api_key k";

    private final Database database;

    public KeyStore(Database database) {
        this.database = database;
    }

    /**
     * A key of an agency.
     *
     * @param personId person of that agency as whom it acts
     * @param secretSha256 digest of its secret, in hexadecimal digits
     * @param revokedAt when it was revoked, or null
     */
    public record ApiKey(
            String id,
            String agency,
            String personId,
            String label,
            String secretSha256,
            Instant madeAt,
            @Nullable Instant revokedAt) {}

    /**
     * What was answered to a request with an idempotency key.
     *
     * @param requestSha256 digest of the request
     * @param status HTTP status, or 0 while the first request is still at work
     */
    public record Receipt(String requestSha256, Instant madeAt, int status, String location, String body) {}

    /**
     * Second factor of a person.
     *
     * @param isConfirmed true once a code was given: from then on sign-in asks for one
     * @param lastStep step of the last code that was used
     */
    public record SecondFactorRow(String sealedSecret, boolean isConfirmed, long lastStep) {}

    /** Stores a key; inside scope {@link Scope#KEYS}. */
    public void add(ApiKey key, String madeBy) {
        database.jdbc()
                .sql("INSERT INTO api_key (id, agency, person_id, label, secret_sha256, made_by, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(key.id())
                .param(key.agency())
                .param(key.personId())
                .param(key.label())
                .param(key.secretSha256())
                .param(madeBy)
                .param(key.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Revokes a key of this agency; false when there is none in force. Inside scope {@link Scope#KEYS}. */
    public boolean revoke(String id, String agency, Instant at) {
        return database.jdbc()
                        .sql("UPDATE api_key SET revoked_at = ? WHERE id = ? AND agency = ? AND revoked_at IS NULL")
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(id)
                        .param(agency)
                        .update()
                == 1;
    }

    /** The key of this id. */
    public Optional<ApiKey> find(String id) {
        return database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                        .sql(KEY + " WHERE k.id = ?")
                        .param(id)
                        .query(KeyStore::key)
                        .optional());
    }

    /** Keys of an agency, newest first. */
    public List<ApiKey> ofAgency(String agency) {
        return database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                        .sql(KEY + " WHERE k.agency = ? ORDER BY k.made_at DESC, k.id")
                        .param(agency)
                        .query(KeyStore::key)
                        .list());
    }

    /** Claims an idempotency key for a request; true for the one request that may do the work. */
    public boolean claim(String keyId, String idempotencyKey, String requestSha256, Instant now, Instant stale) {
        return database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                                .sql("INSERT INTO api_receipt (key_id, idempotency_key, request_sha256, made_at)"
                                        + " VALUES (?, ?, ?, ?) ON CONFLICT (key_id, idempotency_key) DO UPDATE"
                                        + " SET made_at = EXCLUDED.made_at WHERE api_receipt.status IS NULL"
                                        + " AND api_receipt.made_at < ?"
                                        + " AND api_receipt.request_sha256 = EXCLUDED.request_sha256")
                                .param(keyId)
                                .param(idempotencyKey)
                                .param(requestSha256)
                                .param(now.atOffset(ZoneOffset.UTC))
                                .param(stale.atOffset(ZoneOffset.UTC))
                                .update()
                        == 1);
    }

    /** The receipt under this idempotency key. */
    public Optional<Receipt> receipt(String keyId, String idempotencyKey) {
        return database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                        .sql("SELECT request_sha256, made_at, coalesce(status, 0), coalesce(location, ''),"
                                + " coalesce(body, '') FROM api_receipt WHERE key_id = ? AND idempotency_key = ?")
                        .param(keyId)
                        .param(idempotencyKey)
                        .query((row, number) -> new Receipt(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getInt(3),
                                row.getString(4),
                                row.getString(5)))
                        .optional());
    }

    /** Gives a claim back that led to no answer. */
    public void released(String keyId, String idempotencyKey) {
        database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                        .sql("UPDATE api_receipt SET made_at = 'epoch' WHERE key_id = ? AND idempotency_key = ?"
                                + " AND status IS NULL")
                        .param(keyId)
                        .param(idempotencyKey)
                        .update());
    }

    /** Keeps what was answered. */
    public void answered(String keyId, String idempotencyKey, int status, String location, String body) {
        database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                        .sql("UPDATE api_receipt SET status = ?, location = ?, body = ?"
                                + " WHERE key_id = ? AND idempotency_key = ?")
                        .param(status)
                        .param(location)
                        .param(body)
                        .param(keyId)
                        .param(idempotencyKey)
                        .update());
    }

    /** The second factor of a person, when one was begun. */
    public Optional<SecondFactorRow> secondFactor(String personId) {
        return database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                        .sql("SELECT sealed_secret, confirmed_at IS NOT NULL, last_step FROM second_factor"
                                + " WHERE person_id = ?")
                        .param(personId)
                        .query((row, number) ->
                                new SecondFactorRow(row.getString(1), row.getBoolean(2), row.getLong(3)))
                        .optional());
    }

    /** Begins a second factor, in place of one that was not confirmed; false when one is confirmed. */
    public boolean beginSecondFactor(String personId, String sealedSecret) {
        return database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                                .sql("INSERT INTO second_factor (person_id, sealed_secret) VALUES (?, ?)"
                                        + " ON CONFLICT (person_id) DO UPDATE SET sealed_secret = EXCLUDED.sealed_secret"
                                        + " WHERE second_factor.confirmed_at IS NULL")
                                .param(personId)
                                .param(sealedSecret)
                                .update()
                        == 1);
    }

    /** Uses up the code of a step and confirms the factor; false when that step or a later one was used. */
    public boolean useStep(String personId, long step, Instant at) {
        return database.jdbc()
                        .sql("UPDATE second_factor SET last_step = ?, confirmed_at = coalesce(confirmed_at, ?)"
                                + " WHERE person_id = ? AND last_step < ?")
                        .param(step)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(personId)
                        .param(step)
                        .update()
                == 1;
    }

    /** Takes a second factor away; inside scope {@link Scope#KEYS}. */
    public void dropSecondFactor(String personId) {
        database.jdbc()
                .sql("DELETE FROM second_factor WHERE person_id = ?")
                .param(personId)
                .update();
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        OffsetDateTime revoked = row.getObject(7, OffsetDateTime.class);
        return new ApiKey(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
