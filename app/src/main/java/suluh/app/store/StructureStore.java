package suluh.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/** Reads back what ties accounts of a case apart from messages: memberships with their times, and stated relations. */
public final class StructureStore {
    private final Database database;

    public StructureStore(Database database) {
        this.database = database;
    }

    /**
     * A membership.
     *
     * @param account number of the account
     * @param conversation number of the conversation
     * @param since when it joined, or null
     */
    public record StoredJoin(
            int account, int conversation, @Nullable Instant since, SourcePointer source) {}

    /**
     * A friendship or a following that holds.
     *
     * @param account number of the account that it is stated of
     * @param otherKey key of the other
     */
    public record StoredRelation(int account, String otherKey) {}

    /** Memberships that hold or held, in the order of reading. */
    public List<StoredJoin> joins(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT m.account, m.conversation, m.since, p.item, p.path, m.source_offset,"
                                + " m.source_length FROM membership m JOIN place p ON p.id = m.place"
                                + " WHERE m.role <> 'requested' ORDER BY m.place, m.source_offset, m.account")
                        .query((row, number) -> {
                            OffsetDateTime since = row.getObject(3, OffsetDateTime.class);
                            return new StoredJoin(
                                    row.getInt(1),
                                    row.getInt(2),
                                    since == null ? null : since.toInstant(),
                                    SourceRow.pointer(row, 4));
                        })
                        .list());
    }

    /** Relations of kind friend and follows, as the observation lines state them. */
    public List<StoredRelation> relations(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT DISTINCT account, split_part(detail, ' ', 1) AS kind,"
                                + " substr(detail, strpos(detail, ' ') + 1) AS other FROM other_observation"
                                + " WHERE kind = 'relation' AND account IS NOT NULL"
                                + " AND split_part(detail, ' ', 1) IN ('friend', 'follows') ORDER BY account, other")
                        .query((row, number) -> new StoredRelation(row.getInt(1), row.getString(3)))
                        .list());
    }
}
