package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.vault.SealedObject;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

/** Seals one file that comes as a stream; acknowledged only when bytes, row, custody and entry are on disk. */
public final class ReceiveUpload {
    private static final int MAX_NAME_CHARS = 1_000;

    private final House house;

    public ReceiveUpload(House house) {
        this.house = house;
    }

    /**
     * Seals the stream under this name.
     *
     * @param expected digest that the sender states, when they do; other bytes are not received
     */
    public Outcome<ReceivedItem> run(OpenedCase opened, String name, InputStream in, Optional<Sha256Digest> expected)
            throws IOException {
        return switch (house.access().stillIn(opened, Act.SEAL_EVIDENCE)) {
            case Outcome.Refused<OpenedCase> refused -> new Outcome.Refused<>(refused.refusal());
            case Outcome.Done<OpenedCase> open -> receive(open.value(), name, in, expected);
        };
    }

    private Outcome<ReceivedItem> receive(OpenedCase open, String name, InputStream in, Optional<Sha256Digest> expected)
            throws IOException {
        if (name.isBlank() || name.length() > MAX_NAME_CHARS) {
            return Outcome.refused(
                    CaseworkCode.UPLOAD_UNUSABLE,
                    "A file is received under the name that it had, of at most " + MAX_NAME_CHARS + " characters.");
        }
        SealedObject object;
        house.vaultLock().readLock().lock();
        try {
            object = house.vault().seal(in);
            if (expected.isEmpty() || expected.get().equals(object.sha256())) {
                new SealEvidence(house).commitOne(open, name, object);
                EvidenceId id = EvidenceId.of(object.sha256(), name);
                house.ledger().integrate();
                return Outcome.done(house.evidence().item(open.id(), id).orElseThrow());
            }
        } finally {
            house.vaultLock().readLock().unlock();
        }
        dropUnheld(object.sha256());
        return Outcome.refused(
                CaseworkCode.UPLOAD_UNUSABLE,
                "What came has the digest " + object.sha256() + " and not the one stated; send it again.");
    }

    private void dropUnheld(Sha256Digest sha256) throws IOException {
        house.vaultLock().writeLock().lock();
        try {
            boolean isHeld = house.evidence().references().stream()
                    .anyMatch(reference -> reference.sha256().equals(sha256) && !reference.isPurged());
            if (!isHeld) {
                house.vault().destroy(sha256);
            }
        } finally {
            house.vaultLock().writeLock().unlock();
        }
    }
}
