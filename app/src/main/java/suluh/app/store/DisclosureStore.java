package suluh.app.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.disclosure.selection.Edition;
import suluh.core.disclosure.selection.ExclusionReason;
import suluh.core.kernel.Sha256Digest;

/** Marks that keep something back, plans and bundles of disclosures; call everything inside the case's transaction. */
public final class DisclosureStore {
    private final Database database;

    public DisclosureStore(Database database) {
        this.database = database;
    }

    /**
     * A mark in force.
     *
     * @param kind {@code conversation} or {@code item}
     * @param subject number of the conversation or id of the item
     * @param words why, in the person's words
     */
    public record Mark(
            long sequence,
            String kind,
            String subject,
            ExclusionReason reason,
            String words,
            String setBy,
            Instant setAt) {}

    /**
     * A plan as stored.
     *
     * @param plan its canonical JSON
     * @param content digest over what both bundles hold
     */
    public record PlanRow(String id, String plan, Sha256Digest content, String plannedBy, Instant plannedAt) {}

    /**
     * A bundle that was made.
     *
     * @param object digest of the archive that the server keeps, or null
     */
    public record BundleRow(
            String plan,
            Edition edition,
            Sha256Digest payload,
            @Nullable Sha256Digest object,
            String madeBy,
            Instant madeAt) {}

    /** Adds a mark. */
    public void mark(
            int caseId, String kind, String subject, ExclusionReason reason, String words, String person, Instant at) {
        database.jdbc()
                .sql("INSERT INTO disclosure_mark (case_id, kind, subject, reason, words, set_by, set_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseId,
                        kind,
                        subject,
                        reason.wire(),
                        StorableText.of(words),
                        person,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lifts a mark; false when none of this number is in force. */
    public boolean lift(long sequence, String person, Instant at) {
        return database.jdbc()
                        .sql("UPDATE disclosure_mark SET lifted_by = ?, lifted_at = ? WHERE sequence = ?"
                                + " AND lifted_at IS NULL")
                        .params(person, at.atOffset(ZoneOffset.UTC), sequence)
                        .update()
                == 1;
    }

    /** Marks in force, oldest first. */
    public List<Mark> marks() {
        return database.jdbc()
                .sql("SELECT sequence, kind, subject, reason, words, set_by, set_at FROM disclosure_mark"
                        + " WHERE lifted_at IS NULL ORDER BY sequence")
                .query((row, number) -> new Mark(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        ExclusionReason.ofWire(row.getString(4)).orElse(ExclusionReason.NON_DISCLOSURE),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Stores a plan. */
    public void add(int caseId, PlanRow row) {
        database.jdbc()
                .sql("INSERT INTO disclosure_plan (case_id, id, plan, content, planned_by, planned_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        caseId,
                        row.id(),
                        StorableText.of(row.plan()),
                        row.content().hex(),
                        row.plannedBy(),
                        row.plannedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Plans of the case, newest first. */
    public List<PlanRow> plans() {
        return database.jdbc()
                .sql("SELECT id, plan, content, planned_by, planned_at FROM disclosure_plan"
                        + " ORDER BY planned_at DESC, id")
                .query((row, number) -> new PlanRow(
                        row.getString(1),
                        row.getString(2),
                        new Sha256Digest(row.getString(3)),
                        row.getString(4),
                        row.getObject(5, java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    /** One plan of the case. */
    public Optional<PlanRow> plan(String id) {
        return plans().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Stores that a bundle was made. */
    public void add(int caseId, BundleRow row) {
        Sha256Digest object = row.object();
        database.jdbc()
                .sql("INSERT INTO disclosure_bundle (case_id, plan, edition, payload, object, made_by, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(caseId)
                .param(row.plan())
                .param(row.edition().wire())
                .param(row.payload().hex())
                .param(object == null ? null : object.hex())
                .param(row.madeBy())
                .param(row.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Says where the server keeps the newest bundle of this plan and edition. */
    public void keep(String plan, Edition edition, Sha256Digest object) {
        database.jdbc()
                .sql(
                        "UPDATE disclosure_bundle SET object = ? WHERE sequence = (SELECT max(sequence) FROM disclosure_bundle"
                                + " WHERE plan = ? AND edition = ?)")
                .params(object.hex(), plan, edition.wire())
                .update();
    }

    /** Items that hold records of other kinds than a disclosure says, such as sign-ins. */
    public List<String> itemsWithOtherRecords() {
        return database.jdbc()
                .sql("SELECT DISTINCT p.item FROM other_observation o JOIN place p"
                        + " ON p.case_id = o.case_id AND p.id = o.place ORDER BY p.item")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Bundles of the case, newest first. */
    public List<BundleRow> bundles() {
        return database.jdbc()
                .sql("SELECT plan, edition, payload, object, made_by, made_at FROM disclosure_bundle"
                        + " ORDER BY sequence DESC")
                .query((row, number) -> new BundleRow(
                        row.getString(1),
                        Edition.ofWire(row.getString(2)).orElse(Edition.REDACTED),
                        new Sha256Digest(row.getString(3)),
                        row.getString(4) == null ? null : new Sha256Digest(row.getString(4)),
                        row.getString(5),
                        row.getObject(6, java.time.OffsetDateTime.class).toInstant()))
                .list();
    }
}
