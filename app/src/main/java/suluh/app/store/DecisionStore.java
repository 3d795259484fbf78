package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.IdentityDecision;

/** What persons decided about the accounts of a case; a row is added, and undone at most once. */
public final class DecisionStore {
    private final Database database;

    public DecisionStore(Database database) {
        this.database = database;
    }

    /**
     * A decision with its history.
     *
     * @param reason words of the person; never in the ledger
     * @param salt joined to the reason before it is hashed for the ledger
     * @param undoneBy who undid it, or null while it holds
     */
    public record StoredDecision(
            IdentityDecision decision,
            String reason,
            String salt,
            String decidedBy,
            Instant decidedAt,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            @Nullable String undoReason) {
        public boolean holds() {
            return undoneBy == null;
        }
    }

    /** Adds a decision; inside the case's transaction. */
    public void add(int caseId, StoredDecision stored) {
        IdentityDecision decision = stored.decision();
        database.jdbc()
                .sql("INSERT INTO identity_decision (case_id, id, kind, left_accounts, right_accounts, reason, salt,"
                        + " decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseId,
                        decision.id(),
                        decision.kind().wire(),
                        decision.left().toArray(String[]::new),
                        decision.right().toArray(String[]::new),
                        stored.reason(),
                        stored.salt(),
                        stored.decidedBy(),
                        stored.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Marks a decision as undone; false when there is none of this id that holds. Inside the case's transaction. */
    public boolean undo(String id, String person, Instant at, String reason) {
        return database.jdbc()
                        .sql("UPDATE identity_decision SET undone_by = ?, undone_at = ?, undo_reason = ?"
                                + " WHERE id = ? AND undone_by IS NULL")
                        .params(person, at.atOffset(ZoneOffset.UTC), reason, id)
                        .update()
                == 1;
    }

    /** All decisions of the case, newest first. */
    public List<StoredDecision> all(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT id, kind, left_accounts, right_accounts, reason, salt, decided_by, decided_at,"
                                + " undone_by, undone_at, undo_reason FROM identity_decision"
                                + " ORDER BY decided_at DESC, id")
                        .query((row, number) -> stored(row))
                        .list());
    }

    private static StoredDecision stored(ResultSet row) throws SQLException {
        OffsetDateTime undoneAt = row.getObject(10, OffsetDateTime.class);
        return new StoredDecision(
                new IdentityDecision(
                        row.getString(1),
                        IdentityDecision.Kind.valueOf(
                                row.getString(2).toUpperCase(Locale.ROOT).replace('-', '_')),
                        texts(row, 3),
                        texts(row, 4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                undoneAt == null ? null : undoneAt.toInstant(),
                row.getString(11));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
