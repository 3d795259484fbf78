package suluh.app.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import suluh.core.kernel.Sha256Digest;

/** Findings and reports of a case, each version kept; those from before the purge of an item without their bytes. */
public final class FindingsStore {
    private final Database database;

    public FindingsStore(Database database) {
        this.database = database;
    }

    /**
     * Stores a version; call inside the case's transaction.
     *
     * @param restsOn {@link #basis(int)} before the analysis began
     */
    public void add(int caseId, Instant madeAt, String restsOn, byte[] json, byte[] report) {
        new CourseStore(database).lockedStanding(caseId);
        database.jdbc()
                .sql("INSERT INTO findings (case_id, sequence, made_at, sha256, rests_on, json, report)"
                        + " VALUES (?, (SELECT count(*) + 1 FROM findings), ?, ?, ?, ?, ?)")
                .params(
                        caseId,
                        madeAt.atOffset(ZoneOffset.UTC),
                        Sha256Digest.of(json).hex(),
                        restsOn,
                        json,
                        report)
                .update();
    }

    /** Digest of what findings made now would rest on: decisions about accounts that hold, evidence, readings. */
    public String basis(int caseId) {
        String text = database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT (SELECT coalesce(string_agg(id, ' ' ORDER BY id), '') FROM identity_decision"
                                + " WHERE undone_at IS NULL) || '|' || (SELECT count(*) || ' ' || count(purged_at)"
                                + " FROM vault_reference WHERE case_id = ?) || '|'"
                                + " || (SELECT count(*) FROM file_reading)")
                        .param(caseId)
                        .query(String.class)
                        .single());
        return Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** What the latest findings rest on, erased ones too; none when none were made. */
    public Optional<String> latestBasis(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT rests_on FROM findings ORDER BY sequence DESC LIMIT 1")
                        .query(String.class)
                        .optional());
    }

    /** Number of the latest findings of a case; 0 when none were made since the last purge of an item. */
    public long latestSequence(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT coalesce(max(sequence), 0) FROM findings WHERE erased_at IS NULL")
                        .query(Long.class)
                        .single());
    }

    /** The latest findings as the bytes of findings.json. */
    public Optional<byte[]> latest(int caseId) {
        return latest(caseId, "json");
    }

    /** The latest report as the bytes of report.html. */
    public Optional<byte[]> latestReport(int caseId) {
        return latest(caseId, "report");
    }

    private Optional<byte[]> latest(int caseId, String column) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT " + column + " FROM findings WHERE erased_at IS NULL"
                                + " ORDER BY sequence DESC LIMIT 1")
                        .query((row, number) -> row.getBytes(1))
                        .optional());
    }
}
