package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Passkeys of persons, and which person a subject of the sign-in provider is; all inside scope {@link Scope#KEYS}. */
public final class PasskeyStore {
    private static final String SELECT = "SELECT credential_id, person_id, label, public_key, attestation,"
            + " signature_count, is_backup_eligible, is_backed_up, made_at, used_at FROM passkey";

    private final Database database;

    public PasskeyStore(Database database) {
        this.database = database;
    }

    /**
     * A passkey; binary values in Base64url.
     *
     * @param publicKey COSE key
     * @param attestation attestation object of the registration
     * @param signatureCount the authenticator's own count, 0 when it keeps none
     */
    public record Passkey(
            String id,
            String personId,
            String label,
            String publicKey,
            String attestation,
            long signatureCount,
            boolean isBackupEligible,
            boolean isBackedUp,
            Instant madeAt,
            Instant usedAt) {}

    /** Stores a new passkey. */
    public void add(Passkey key) {
        database.jdbc()
                .sql("INSERT INTO passkey (credential_id, person_id, label, public_key, attestation, signature_count,"
                        + " is_backup_eligible, is_backed_up, made_at, used_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(key.id())
                .param(key.personId())
                .param(key.label())
                .param(key.publicKey())
                .param(key.attestation())
                .param(key.signatureCount())
                .param(key.isBackupEligible())
                .param(key.isBackedUp())
                .param(key.madeAt().atOffset(ZoneOffset.UTC))
                .param(key.usedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what a use of the passkey said. */
    public void used(String id, long signatureCount, boolean isBackedUp, Instant at) {
        database.jdbc()
                .sql("UPDATE passkey SET signature_count = ?, is_backed_up = ?, used_at = ? WHERE credential_id = ?")
                .param(signatureCount)
                .param(isBackedUp)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    /** The passkey of this id. */
    public Optional<Passkey> find(String id) {
        return database.jdbc()
                .sql(SELECT + " WHERE credential_id = ?")
                .param(id)
                .query(PasskeyStore::passkey)
                .optional();
    }

    /** Passkeys of a person, oldest first. */
    public List<Passkey> of(String personId) {
        return database.jdbc()
                .sql(SELECT + " WHERE person_id = ? ORDER BY made_at, credential_id")
                .param(personId)
                .query(PasskeyStore::passkey)
                .list();
    }

    /** Takes a person's passkey away; false when the person has no such one. */
    public boolean remove(String id, String personId) {
        return database.jdbc()
                        .sql("DELETE FROM passkey WHERE credential_id = ? AND person_id = ?")
                        .param(id)
                        .param(personId)
                        .update()
                == 1;
    }

    /** Says which person a subject is, in place of what was said of that person before; false when it is another. */
    public boolean bind(String issuer, String subject, String personId, String by, Instant at) {
        database.jdbc()
                .sql("DELETE FROM provider_subject WHERE issuer = ? AND person_id = ?")
                .param(issuer)
                .param(personId)
                .update();
        return subject.isEmpty()
                || database.jdbc()
                                .sql("INSERT INTO provider_subject (issuer, subject, person_id, bound_by, bound_at)"
                                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (issuer, subject) DO NOTHING")
                                .param(issuer)
                                .param(subject)
                                .param(personId)
                                .param(by)
                                .param(at.atOffset(ZoneOffset.UTC))
                                .update()
                        == 1;
    }

    /** The person that a subject is. */
    public Optional<String> personOf(String issuer, String subject) {
        return database.jdbc()
                .sql("SELECT person_id FROM provider_subject WHERE issuer = ? AND subject = ?")
                .param(issuer)
                .param(subject)
                .query(String.class)
                .optional();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
