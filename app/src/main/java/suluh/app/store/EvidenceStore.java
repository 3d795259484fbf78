package suluh.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import suluh.app.store.vault.SealedObject;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.uco.CaseGraph.OtherDigests;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;

/** Evidence items and their chains of custody. */
public final class EvidenceStore {
    private final Database database;

    public EvidenceStore(Database database) {
        this.database = database;
    }

    /**
     * One event in the life of an item: the six questions of custody, and the result.
     *
     * @param at when
     * @param person who
     * @param act what was done, such as {@code sealed}
     * @param how by what way
     * @param authority on what authority: its reference in the register
     * @param tool with what program and version
     * @param result what came of it
     */
    public record CustodyEvent(
            Instant at, String person, String act, String how, String authority, String tool, String result) {}

    /**
     * An item's hold on an object of the vault.
     *
     * @param sha256 address of the object
     * @param isPurged true once the item was purged
     */
    public record VaultReference(Sha256Digest sha256, int caseId, EvidenceId item, long sizeBytes, boolean isPurged) {}

    /** Stores an item once; true when it was new to the case. Call inside the case's transaction. */
    public boolean add(int caseId, EvidenceId item, String name, SealedObject object) {
        boolean isNew = insert(caseId, item, name, object);
        if (isNew) {
            database.jdbc()
                    .sql("INSERT INTO vault_reference (sha256, case_id, item, size_bytes) VALUES (?, ?, ?, ?)")
                    .param(object.sha256().hex())
                    .param(caseId)
                    .param(item.value())
                    .param(object.sizeBytes())
                    .update();
        }
        return isNew;
    }

    private boolean insert(int caseId, EvidenceId item, String name, SealedObject object) {
        return database.jdbc()
                        .sql(
                                "INSERT INTO evidence_item (case_id, item, sequence, sha256, sha512, sha1, md5, size_bytes, name)"
                                        + " VALUES (?, ?, (SELECT count(*) + 1 FROM evidence_item), ?, ?, ?, ?, ?, ?)"
                                        + " ON CONFLICT DO NOTHING")
                        .param(caseId)
                        .param(item.value())
                        .param(object.sha256().hex())
                        .param(object.sha512())
                        .param(object.sha1())
                        .param(object.md5())
                        .param(object.sizeBytes())
                        .param(StorableText.of(name))
                        .update()
                == 1;
    }

    /** Adds to an item's chain of custody; call inside the case's transaction. */
    public void record(int caseId, EvidenceId item, CustodyEvent event) {
        database.jdbc()
                .sql("INSERT INTO custody_event (case_id, item, at, person, act, how, authority, tool, result)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(caseId)
                .param(item.value())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .param(event.person())
                .param(event.act())
                .param(event.how())
                .param(event.authority())
                .param(event.tool())
                .param(event.result())
                .update();
    }

    /** Marks the item's hold as gone; the object itself goes when nobody holds it. Call inside the case's transaction. */
    public void purge(int caseId, EvidenceId item, Instant at) {
        database.jdbc()
                .sql("UPDATE vault_reference SET purged_at = ? WHERE case_id = ? AND item = ? AND purged_at IS NULL")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(caseId)
                .param(item.value())
                .update();
    }

    /** Items of a case whose bytes were purged. */
    public Set<EvidenceId> purged(int caseId) {
        return references().stream()
                .filter(reference -> reference.caseId() == caseId && reference.isPurged())
                .map(VaultReference::item)
                .collect(Collectors.toSet());
    }

    /** Objects that purged items rested on and that no other item holds. */
    public List<Sha256Digest> objectsToDestroy() {
        return database.inScope(
                Scope.VAULT,
                () -> database.jdbc()
                        .sql("SELECT sha256 FROM vault_reference GROUP BY sha256 HAVING bool_and(purged_at IS NOT NULL)"
                                + " ORDER BY sha256")
                        .query((row, number) -> new Sha256Digest(row.getString(1)))
                        .list());
    }

    /** Runs work unless a backup copies objects now; false when one does, and the work has to wait. */
    public boolean unlessBackedUp(Runnable work) {
        return database.inScope(Scope.VAULT, () -> {
            boolean isFree = database.jdbc()
                    .sql("SELECT pg_try_advisory_xact_lock(?)")
                    .param(DatabaseSettings.PURGE_LOCK)
                    .query(Boolean.class)
                    .single();
            if (isFree) {
                work.run();
            }
            return isFree;
        });
    }

    /** Every hold on the vault, over all cases, in the order of digest, case and item. */
    public List<VaultReference> references() {
        return database.inScope(
                Scope.VAULT,
                () -> database.jdbc()
                        .sql("SELECT sha256, case_id, item, size_bytes, purged_at IS NOT NULL FROM vault_reference"
                                + " ORDER BY sha256, case_id, item")
                        .query((row, number) -> new VaultReference(
                                new Sha256Digest(row.getString(1)),
                                row.getInt(2),
                                new EvidenceId(row.getString(3)),
                                row.getLong(4),
                                row.getBoolean(5)))
                        .list());
    }

    /** Items of a case in the order of sealing. */
    public List<ReceivedItem> items(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT item, name, size_bytes, sha256 FROM evidence_item ORDER BY sequence")
                        .query((row, number) -> new ReceivedItem(
                                new EvidenceId(row.getString(1)),
                                row.getString(2),
                                row.getLong(3),
                                new Sha256Digest(row.getString(4))))
                        .list());
    }

    /** Items of a case that were not purged, in the order of sealing. */
    public List<ReceivedItem> present(int caseId) {
        Set<EvidenceId> purged = purged(caseId);
        return items(caseId).stream()
                .filter(item -> !purged.contains(item.id()))
                .toList();
    }

    /** The digests of each item besides its SHA-256. */
    public Map<EvidenceId, OtherDigests> otherDigests(int caseId) {
        Map<EvidenceId, OtherDigests> digests = new HashMap<>();
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT item, sha512, sha1, md5 FROM evidence_item")
                    .query((RowCallbackHandler) row -> digests.put(
                            new EvidenceId(row.getString(1)),
                            new OtherDigests(row.getString(2), row.getString(3), row.getString(4))));
            return true;
        });
        return digests;
    }

    /** One item of a case. */
    public Optional<ReceivedItem> item(int caseId, EvidenceId id) {
        return items(caseId).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** An item's chain of custody, oldest first. */
    public List<CustodyEvent> custody(int caseId, EvidenceId item) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT at, person, act, how, authority, tool, result FROM custody_event WHERE item = ?"
                                + " ORDER BY sequence")
                        .param(item.value())
                        .query((row, number) -> new CustodyEvent(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)))
                        .list());
    }
}
