package suluh.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.kernel.Sha256Digest;

/** The disclosure log of a case: who received what and when. Rows are only ever added. Call everything inside the case. */
public final class LogStore {
    private final Database database;

    public LogStore(Database database) {
        this.database = database;
    }

    /** Number of the line that comes next. */
    public int next() {
        return database.jdbc()
                .sql("SELECT count(*) + 1 FROM disclosure_log")
                .query(Integer.class)
                .single();
    }

    /** Adds a line. */
    public void add(int caseId, DisclosureLine line) {
        database.jdbc()
                .sql(
                        "INSERT INTO disclosure_log (case_id, sequence, kind, recipient, purpose, sha256, salt, person, at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseId,
                        line.number(),
                        line.kind().wire(),
                        StorableText.of(line.recipient()),
                        StorableText.of(line.purpose()),
                        line.sha256().hex(),
                        line.salt(),
                        line.person(),
                        line.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lines of the case, oldest first. */
    public List<DisclosureLine> all() {
        return database.jdbc()
                .sql("SELECT sequence, kind, recipient, purpose, sha256, salt, person, at FROM disclosure_log"
                        + " ORDER BY sequence")
                .query((row, number) -> new DisclosureLine(
                        row.getInt(1),
                        DisclosureLine.Kind.ofWire(row.getString(2))
                                .orElseThrow(() -> new StoreException("an unknown kind of disclosure")),
                        row.getString(3),
                        row.getString(4),
                        new Sha256Digest(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        instant(row.getObject(8, OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
