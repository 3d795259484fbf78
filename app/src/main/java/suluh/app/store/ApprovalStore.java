package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked of a second person in a case, and what they answered; call inside the case's transaction. */
public final class ApprovalStore {
    private static final String SELECT = "SELECT id, act, subject, reason, asked_by, asked_at, expires_at, decided_by,"
            + " is_granted, used_at FROM approval";

    private final Database database;

    public ApprovalStore(Database database) {
        this.database = database;
    }

    /**
     * An act that one person asked for and another decides on.
     *
     * @param act wire name of the act
     * @param subject id of what it concerns
     * @param decidedBy who decided, or null
     * @param isGranted true when granted; says nothing while {@code decidedBy} is null
     * @param usedAt when the act was done, or null
     */
    public record Approval(
            String id,
            String act,
            String subject,
            String reason,
            String askedBy,
            Instant askedAt,
            Instant expiresAt,
            @Nullable String decidedBy,
            boolean isGranted,
            @Nullable Instant usedAt) {}

    /** Stores what was asked. */
    public void ask(int caseId, Approval approval) {
        database.jdbc()
                .sql("INSERT INTO approval (case_id, id, act, subject, reason, asked_by, asked_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(caseId)
                .param(approval.id())
                .param(approval.act())
                .param(approval.subject())
                .param(StorableText.of(approval.reason()))
                .param(approval.askedBy())
                .param(approval.askedAt().atOffset(ZoneOffset.UTC))
                .param(approval.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stores a decision; false when somebody decided before. */
    public boolean decide(String id, String person, boolean isGranted, Instant at) {
        return database.jdbc()
                        .sql("UPDATE approval SET decided_by = ?, decided_at = ?, is_granted = ?"
                                + " WHERE id = ? AND decided_by IS NULL")
                        .param(person)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(isGranted)
                        .param(id)
                        .update()
                == 1;
    }

    /** Uses up an approval that was granted to this person for this act on this subject, when there is one. */
    public Optional<Approval> use(String act, String subject, String person, Instant now) {
        return database.jdbc()
                .sql("UPDATE approval SET used_at = ? WHERE id = (SELECT id FROM approval WHERE act = ?"
                        + " AND subject = ? AND asked_by = ? AND is_granted AND used_at IS NULL AND expires_at > ?"
                        + " ORDER BY asked_at LIMIT 1 FOR UPDATE) RETURNING id, act, subject, reason, asked_by,"
                        + " asked_at, expires_at, decided_by, is_granted, used_at")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(act)
                .param(subject)
                .param(person)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(ApprovalStore::row)
                .optional();
    }

    /** One approval of the case. */
    public Optional<Approval> find(String id) {
        return database.jdbc()
                .sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(ApprovalStore::row)
                .optional();
    }

    /** What was asked in the case, newest first. */
    public List<Approval> all() {
        return database.jdbc()
                .sql(SELECT + " ORDER BY asked_at DESC, id")
                .query(ApprovalStore::row)
                .list();
    }

    private static Approval row(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getBoolean(9),
                instant(row.getObject(10, OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
