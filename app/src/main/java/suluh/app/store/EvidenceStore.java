package suluh.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import suluh.app.store.vault.SealedObject;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;

/** Evidence items and their chains of custody. */
public final class EvidenceStore {
    private final Database database;

    public EvidenceStore(Database database) {
        this.database = database;
    }

    /**
     * One event in the life of an item.
     *
     * @param at when
     * @param person who
     * @param act what was done, such as {@code sealed}
     * @param how by what way and on what authority
     * @param tool program and version
     */
    public record CustodyEvent(Instant at, String person, String act, String how, String tool) {}

    /** Stores an item once; true when it was new to the case. Call inside the case's transaction. */
    public boolean add(int caseId, EvidenceId item, String name, SealedObject object) {
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
                .sql(
                        "INSERT INTO custody_event (case_id, item, at, person, act, how, tool) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(caseId)
                .param(item.value())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .param(event.person())
                .param(event.act())
                .param(event.how())
                .param(event.tool())
                .update();
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

    /** One item of a case. */
    public Optional<ReceivedItem> item(int caseId, EvidenceId id) {
        return items(caseId).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** An item's chain of custody, oldest first. */
    public List<CustodyEvent> custody(int caseId, EvidenceId item) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT at, person, act, how, tool FROM custody_event WHERE item = ? ORDER BY sequence")
                        .param(item.value())
                        .query((row, number) -> new CustodyEvent(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                        .list());
    }
}
