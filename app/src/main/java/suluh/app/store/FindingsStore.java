package suluh.app.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import suluh.core.kernel.Sha256Digest;

/** Findings and reports of a case, each version kept. */
public final class FindingsStore {
    private final Database database;

    public FindingsStore(Database database) {
        this.database = database;
    }

    /** Stores a version; call inside the case's transaction. */
    public void add(int caseId, Instant madeAt, Sha256Digest digest, byte[] json, byte[] report) {
        new CourseStore(database).lockedStanding(caseId);
        database.jdbc()
                .sql("INSERT INTO findings (case_id, sequence, made_at, sha256, json, report)"
                        + " VALUES (?, (SELECT count(*) + 1 FROM findings), ?, ?, ?, ?)")
                .params(caseId, madeAt.atOffset(ZoneOffset.UTC), digest.hex(), json, report)
                .update();
    }

    /** Number of the latest findings of a case; 0 when none were made. */
    public long latestSequence(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT coalesce(max(sequence), 0) FROM findings")
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
                        .sql("SELECT " + column + " FROM findings ORDER BY sequence DESC LIMIT 1")
                        .query((row, number) -> row.getBytes(1))
                        .optional());
    }
}
