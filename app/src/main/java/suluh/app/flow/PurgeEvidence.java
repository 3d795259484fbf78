package suluh.app.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.ApprovalStore.Approval;
import suluh.app.store.ErasureStore.Erased;
import suluh.app.store.ErasureStore.ReadAgain;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Destroys an item on the word of two persons: its bytes and all that was read from them; custody and ledger keep that
 * there was one.
 *
 * <p>Approval, custody, ledger entry and the erasure of what was read commit together, then the object's key and bytes go
 * and the archives of disclosures with them; what a crash leaves is finished at the next start. An object that another
 * item holds stays. What was derived from the whole case goes as well: the search index is made anew at once, the rest when
 * somebody asks for the analysis (decision 0060). An item that an older program purged can be purged again.
 *
 * <p>Time grows with the messages of the case, most of it for the search index; memory with its different words.
 */
public final class PurgeEvidence {
    private final House house;

    public PurgeEvidence(House house) {
        this.house = house;
    }

    /**
     * Purges, when a second person approved it; refused otherwise, and while the case is being read.
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
            house.conversationFindings().forget();
        }
        finish(house);
        return purged;
    }

    /** Uses up the approval, records the purge and erases what was read, in one transaction. */
    private Outcome<ReceivedItem> purge(OpenedCase open, ReceivedItem item, String ground) {
        Instant now = house.clock().instant();
        return house.database().inCase(open.id(), () -> {
            if (!house.erasures().begin(open.id())) {
                return Outcome.refused(
                        CaseworkCode.WORK_STANDS,
                        "Case " + open.number()
                                + " is being read or worked out now; purge the item when that is done.");
            }
            house.course().lockedStanding(open.id());
            return ApproveAct.use(house, open, Act.PURGE_EVIDENCE, item.id().value())
                    .then(approval -> {
                        ReadAgain again = RestingItems.on(house, open.id(), item);
                        Erased erased = house.erasures().erase(item.id(), again, now);
                        house.searches().makeAnew(open.id());
                        record(open, item, approval, ground, new Gone(erased, again, now));
                        return Outcome.done(item);
                    });
        });
    }

    private record Gone(Erased erased, ReadAgain again, Instant at) {
        String inWords() {
            return erased.messages() + " messages, " + erased.accounts() + " accounts, " + erased.conversations()
                    + " conversations and " + erased.contents() + " media contents erased, " + again.size()
                    + " items to be read again; digest, custody and ledger remain";
        }

        Map<String, Long> figures() {
            return Map.of(
                    "messages",
                    erased.messages(),
                    "accounts",
                    erased.accounts(),
                    "conversations",
                    erased.conversations(),
                    "contents",
                    erased.contents(),
                    "readAgain",
                    (long) again.size());
        }
    }

    private void record(OpenedCase open, ReceivedItem item, Approval approval, String ground, Gone gone) {
        Instant now = gone.at();
        String second = String.valueOf(approval.decidedBy());
        house.evidence()
                .record(
                        open.id(),
                        item.id(),
                        new CustodyEvent(
                                now,
                                open.acting().person(),
                                "purged",
                                "the item's key and bytes destroyed, and what was read from them; ground " + ground
                                        + ", approved by " + second,
                                open.mandate().authority().reference(),
                                House.tool(),
                                gone.inWords()));
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
                                gone.figures()));
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
            house.erasures().forEachReleased(archive -> destroyArchive(house, archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void destroyArchive(House house, Sha256Digest archive) {
        try {
            house.disclosureVault().destroy(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
