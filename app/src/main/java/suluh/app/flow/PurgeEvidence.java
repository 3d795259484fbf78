package suluh.app.flow;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Destroys an item's bytes on the word of two persons; custody and ledger keep that there was one.
 *
 * <p>The record commits first, then the object's key and bytes go; what a crash leaves is finished at the next start. An
 * object that another item holds stays.
 */
public final class PurgeEvidence {
    private final House house;

    public PurgeEvidence(House house) {
        this.house = house;
    }

    /**
     * Purges.
     *
     * @param second who approved; another person than the one who acts
     * @param ground id of the rule that asks for it, such as {@code retention-over}
     */
    public Outcome<ReceivedItem> run(OpenedCase opened, String second, EvidenceId id, String ground)
            throws IOException {
        Outcome<OpenedCase> allowed = house.access().stillIn(opened, Act.PURGE_EVIDENCE);
        if (allowed instanceof Outcome.Refused<OpenedCase> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        if (second.isBlank() || second.equals(opened.acting().person())) {
            return Outcome.refused(
                    CaseworkCode.SECOND_PERSON_NEEDED, "A purge needs the word of a second person; ask a colleague.");
        }
        var item = house.evidence().item(opened.id(), id);
        if (item.isEmpty()) {
            return Outcome.refused(CaseworkCode.ITEM_UNKNOWN, "Case " + opened.number() + " has no item " + id + ".");
        }
        Instant now = house.clock().instant();
        house.database().inCase(opened.id(), () -> {
            house.evidence()
                    .record(
                            opened.id(),
                            id,
                            new CustodyEvent(
                                    now,
                                    opened.acting().person(),
                                    "purged",
                                    "the item's key and bytes destroyed; ground " + ground + ", approved by " + second,
                                    opened.mandate().authority().reference(),
                                    House.tool(),
                                    "the bytes are gone; digest, custody and ledger remain"));
            house.evidence().purge(opened.id(), id, now);
            house.ledger()
                    .append(opened.acting()
                            .entry(
                                    EntryKind.EVIDENCE_PURGED,
                                    now,
                                    opened.number(),
                                    Map.of("item", id.value(), "approvedBy", second, "ground", ground),
                                    Map.of("sha256", item.get().sha256()),
                                    Map.of()));
            return true;
        });
        finish(house);
        return Outcome.done(item.get());
    }

    /** Destroys what purges have released. */
    static void finish(House house) throws IOException {
        house.vaultLock().writeLock().lock();
        try {
            for (Sha256Digest sha256 : house.evidence().objectsToDestroy()) {
                house.vault().destroy(sha256);
            }
        } finally {
            house.vaultLock().writeLock().unlock();
        }
    }
}
