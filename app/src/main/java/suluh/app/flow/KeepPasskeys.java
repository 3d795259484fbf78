package suluh.app.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.store.PasskeyStore;
import suluh.app.store.PersonRow;
import suluh.app.store.Scope;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/** Passkeys with which a person signs in instead of a password and a code: made and removed by oneself. */
public final class KeepPasskeys {
    private static final int MAX_LABEL_CHARS = 100;
    /** Enough for every device of a person; an attacker in a session cannot fill the table. */
    private static final int MAX_PASSKEYS = 10;

    private final House house;

    public KeepPasskeys(House house) {
        this.house = house;
    }

    /**
     * A passkey; binary values in Base64url.
     *
     * @param publicKey COSE key
     * @param attestation attestation object of the registration
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

    /** Keeps a passkey whose registration was verified. */
    public Outcome<String> add(Passkey key) {
        Optional<PersonRow> person = house.people().byId(key.personId()).filter(PersonRow::isActive);
        if (person.isEmpty()) {
            return Outcome.refused(CaseworkCode.PERSON_UNKNOWN, "Nobody active has the id " + key.personId() + ".");
        }
        if (key.label().isBlank()
                || key.label().length() > MAX_LABEL_CHARS
                || of(key.personId()).size() >= MAX_PASSKEYS) {
            return Outcome.refused(
                    CaseworkCode.KEY_INCOMPLETE,
                    "A passkey needs a name of at most " + MAX_LABEL_CHARS + " characters, and a person has at most "
                            + MAX_PASSKEYS + "; remove one first.");
        }
        Acting acting = new Acting(person.get().agency(), key.personId());
        house.database().inScope(Scope.KEYS, () -> {
            store().add(new PasskeyStore.Passkey(
                    key.id(),
                    key.personId(),
                    key.label(),
                    key.publicKey(),
                    key.attestation(),
                    key.signatureCount(),
                    key.isBackupEligible(),
                    key.isBackedUp(),
                    house.clock().instant(),
                    house.clock().instant()));
            append(acting, EntryKind.PASSKEY_SET, key.id());
            return true;
        });
        return Outcome.done(key.id());
    }

    /** Keeps what a use of it said. */
    public void used(String id, long signatureCount, boolean isBackedUp) {
        house.database().inScope(Scope.KEYS, () -> {
            store().used(id, signatureCount, isBackedUp, house.clock().instant());
            return true;
        });
    }

    /** The passkey of this id, while its person is active. */
    public Optional<Passkey> find(String id) {
        return house.database()
                .inScope(Scope.KEYS, () -> store().find(id))
                .filter(key -> house.people()
                        .byId(key.personId())
                        .filter(PersonRow::isActive)
                        .isPresent())
                .map(KeepPasskeys::passkey);
    }

    /** Passkeys of a person, oldest first. */
    public List<Passkey> of(String personId) {
        return house.database().inScope(Scope.KEYS, () -> store().of(personId)).stream()
                .map(KeepPasskeys::passkey)
                .toList();
    }

    /** Removes one's own passkey at once. */
    public Outcome<String> remove(Acting acting, String id) {
        boolean isRemoved = house.database().inScope(Scope.KEYS, () -> {
            boolean removed = store().remove(id, acting.person());
            if (removed) {
                append(acting, EntryKind.PASSKEY_REMOVED, id);
            }
            return removed;
        });
        return isRemoved
                ? Outcome.done(id)
                : Outcome.refused(CaseworkCode.KEY_UNKNOWN, "You have no such passkey; look at your list.");
    }

    private PasskeyStore store() {
        return new PasskeyStore(house.database());
    }

    /** The entry names the passkey by the digest of its id, which may have any length. */
    private void append(Acting acting, EntryKind kind, String id) {
        house.ledger()
                .append(acting.entry(
                        kind,
                        house.clock().instant(),
                        "",
                        Map.of("person", acting.person()),
                        Map.of("passkey", Sha256Digest.of(id.getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
                        Map.of()));
    }

    private static Passkey passkey(PasskeyStore.Passkey row) {
        return new Passkey(
                row.id(),
                row.personId(),
                row.label(),
                row.publicKey(),
                row.attestation(),
                row.signatureCount(),
                row.isBackupEligible(),
                row.isBackedUp(),
                row.madeAt(),
                row.usedAt());
    }
}
