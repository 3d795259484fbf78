package suluh.app.flow;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.ApprovalStore.Approval;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.core.casework.Act;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Purges a closed case whose retention is over, on the word of two persons.
 *
 * <p>Its evidence loses its keys, what was derived and written is erased; custody, members and the ledger remain and say
 * that there was a case.
 */
public final class PurgeCase {
    private final House house;

    public PurgeCase(House house) {
        this.house = house;
    }

    /** Purges; gives how many items lost their bytes. */
    public Outcome<Integer> run(OpenedCase opened) throws IOException {
        List<Sha256Digest> archives = ArchiveDisclosure.kept(house, opened.id());
        Outcome<Integer> purged = house.access()
                .stillIn(opened, Act.PURGE_EVIDENCE)
                .then(open -> house.database()
                        .inCase(
                                open.id(),
                                () -> house.course()
                                        .lockedStanding(open.id())
                                        .purgeable(house.today())
                                        .then(standing -> house.access()
                                                .recorded(
                                                        open.acting(),
                                                        Act.PURGE_EVIDENCE,
                                                        open.number(),
                                                        ApproveAct.use(house, open, Act.PURGE_EVIDENCE, open.number())))
                                        .then(approval -> Outcome.done(erase(open, approval)))));
        if (purged instanceof Outcome.Done<Integer>) {
            ArchiveDisclosure.destroy(house, archives);
        }
        PurgeEvidence.finish(house);
        return purged;
    }

    private int erase(OpenedCase open, Approval approval) {
        Instant now = house.clock().instant();
        var already = house.evidence().purged(open.id());
        int items = 0;
        for (ReceivedItem item : house.evidence().items(open.id())) {
            if (!already.contains(item.id())) {
                house.evidence().record(open.id(), item.id(), purged(open, approval, now));
                house.evidence().purge(open.id(), item.id(), now);
                items++;
            }
        }
        LookUpConflicts.clear(house, open);
        house.course().erase();
        house.ledger()
                .append(open.acting()
                        .entry(
                                EntryKind.CASE_PURGED,
                                now,
                                open.number(),
                                Map.of("approval", approval.id(), "approvedBy", String.valueOf(approval.decidedBy())),
                                Map.of(),
                                Map.of("items", (long) items)));
        return items;
    }

    private static CustodyEvent purged(OpenedCase open, Approval approval, Instant now) {
        return new CustodyEvent(
                now,
                open.acting().person(),
                "purged",
                "the case purged after its retention; approved by " + approval.decidedBy(),
                open.mandate().authority().reference(),
                House.tool(),
                "the bytes are gone; digest, custody and ledger remain");
    }
}
