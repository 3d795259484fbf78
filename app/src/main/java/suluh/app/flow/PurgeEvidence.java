package suluh.app.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.ApprovalStore.Approval;
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
     * Purges, when a second person approved it; refused otherwise.
     *
     * @param ground id of the rule that asks for it, such as {@code retention-over}
     */
    public Outcome<ReceivedItem> run(OpenedCase opened, EvidenceId id, String ground) throws IOException {
        Outcome<ReceivedItem> purged = house.access()
                .stillIn(opened, Act.PURGE_EVIDENCE)
                .then(open -> house.evidence()
                        .item(open.id(), id)
                        .map(item -> house.access()
                                .recorded(open.acting(), Act.PURGE_EVIDENCE, open.number(), purge(open, item, ground)))
                        .orElseGet(() -> Outcome.refused(
                                CaseworkCode.ITEM_UNKNOWN, "Case " + open.number() + " has no item " + id + ".")));
        if (purged instanceof Outcome.Done<ReceivedItem>) {
            ArchiveDisclosure.forget(house, opened.id());
        }
        finish(house);
        return purged;
    }

    /** Uses up the approval and records the purge in one transaction. */
    private Outcome<ReceivedItem> purge(OpenedCase open, ReceivedItem item, String ground) {
        Instant now = house.clock().instant();
        return house.database()
                .inCase(
                        open.id(),
                        () -> ApproveAct.use(
                                        house,
                                        open,
                                        Act.PURGE_EVIDENCE,
                                        item.id().value())
                                .then(approval -> {
                                    record(open, item, approval, ground, now);
                                    return Outcome.done(item);
                                }));
    }

    private void record(OpenedCase open, ReceivedItem item, Approval approval, String ground, Instant now) {
        String second = String.valueOf(approval.decidedBy());
        house.evidence()
                .record(
                        open.id(),
                        item.id(),
                        new CustodyEvent(
                                now,
                                open.acting().person(),
                                "purged",
                                "the item's key and bytes destroyed; ground " + ground + ", approved by " + second,
                                open.mandate().authority().reference(),
                                House.tool(),
                                "the bytes are gone; digest, custody and ledger remain"));
        house.evidence().purge(open.id(), item.id(), now);
        house.ledger()
                .append(open.acting()
                        .entry(
                                EntryKind.EVIDENCE_PURGED,
                                now,
                                open.number(),
                                Map.of(
                                        "item",
                                        item.id().value(),
                                        "approvedBy",
                                        second,
                                        "approval",
                                        approval.id(),
                                        "ground",
                                        ground),
                                Map.of("sha256", item.sha256()),
                                Map.of()));
    }

    /** Destroys what purges have released; while a backup copies objects it waits for the next round. */
    static void finish(House house) throws IOException {
        house.vaultLock().writeLock().lock();
        try {
            house.purgesWait(!house.evidence().unlessBackedUp(() -> destroyReleased(house)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            house.vaultLock().writeLock().unlock();
        }
    }

    private static void destroyReleased(House house) {
        try {
            for (Sha256Digest sha256 : house.evidence().objectsToDestroy()) {
                house.vault().destroy(sha256);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
