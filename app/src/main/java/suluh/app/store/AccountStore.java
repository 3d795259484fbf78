package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import suluh.core.observation.SourcePointer;

/**
 * What stands around one account: itself, its conversations and who else is in them.
 *
 * <p>Cost: rows of that account, and of each conversation its sums (table {@code message_part}), never its messages.
 */
public final class AccountStore {
    /** More than two is a group, however many there are. */
    private static final int TOLD_PARTICIPANTS = 3;

    private static final String ACCOUNTS = "SELECT a.id, a.key, a.platform, a.name,"
            + " (SELECT coalesce(sum(w.messages), 0)::bigint FROM message_part w"
            + " WHERE w.case_id = a.case_id AND w.sender = a.id),"
            + " (SELECT count(*) FROM (SELECT m.conversation FROM membership m WHERE m.case_id = a.case_id"
            + " AND m.account = a.id UNION SELECT w.conversation FROM message_part w WHERE w.case_id = a.case_id"
            + " AND w.sender = a.id) t) FROM account a WHERE a.case_id = ?";

    private final Database database;

    public AccountStore(Database database) {
        this.database = database;
    }

    /** The account of this number. */
    public Optional<StoredAccount> account(int caseId, int account) {
        return accounts(caseId, List.of(account)).stream().findFirst();
    }

    /** Accounts of these numbers, in order of number. */
    public List<StoredAccount> accounts(int caseId, Collection<Integer> numbers) {
        return accounts(caseId, " AND a.id = ANY(?) ORDER BY a.id", numbers.toArray(Integer[]::new));
    }

    /** Accounts of these keys, in order of number. */
    public List<StoredAccount> accountsOf(int caseId, Collection<String> keys) {
        return accounts(caseId, " AND a.key = ANY(?) ORDER BY a.id", keys.toArray(String[]::new));
    }

    private List<StoredAccount> accounts(int caseId, String condition, Object[] values) {
        return values.length == 0
                ? List.of()
                : database.inCase(
                        caseId,
                        () -> database.jdbc()
                                .sql(ACCOUNTS + condition)
                                .param(caseId)
                                .param(values)
                                .query((row, number) -> CaseRows.account(row))
                                .list());
    }

    /** The account's memberships and its writing in each conversation, each with one of its records. */
    public List<StoredTie> ties(int caseId, int account) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT t.account, t.conversation, t.role, t.messages, p.item, p.path, t.source_offset,"
                                + " t.source_length FROM (SELECT account, conversation, role, 0 AS messages, place,"
                                + " source_offset, source_length FROM membership WHERE case_id = ? AND account = ?"
                                + " UNION ALL SELECT ?, conversation, 'writer', messages, record[1]::integer, record[2],"
                                + " record[3] FROM (SELECT conversation, sum(messages)::bigint AS messages,"
                                + " min(ARRAY[place::bigint, source_offset, source_length]) AS record"
                                + " FROM message_part WHERE case_id = ? AND sender = ? GROUP BY conversation) w) t"
                                + " JOIN place p ON p.case_id = ? AND p.id = t.place"
                                + " ORDER BY t.conversation, t.role, t.place, t.source_offset")
                        .params(caseId, account, account, caseId, account, caseId)
                        .query((row, number) -> CaseRows.tie(row))
                        .list());
    }

    /** An account that takes part in a conversation. */
    public record Participant(int conversation, int account) {}

    /** Who takes part in these conversations, in order of number; of each the first three at most. */
    public List<Participant> participants(int caseId, Collection<Integer> conversations) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT c.id, t.account FROM unnest(?::integer[]) AS c(id) CROSS JOIN LATERAL (SELECT account"
                                        + " FROM membership m WHERE m.case_id = ? AND m.conversation = c.id UNION SELECT sender"
                                        + " FROM message_part w WHERE w.case_id = ? AND w.conversation = c.id"
                                        + " AND w.sender IS NOT NULL ORDER BY 1 LIMIT " + TOLD_PARTICIPANTS
                                        + ") t ORDER BY c.id, t.account")
                        .param(conversations.toArray(Integer[]::new))
                        .params(caseId, caseId)
                        .query((row, number) -> new Participant(row.getInt(1), row.getInt(2)))
                        .list());
    }

    /** These conversations with their numbers of messages. */
    public List<StoredConversation> conversations(int caseId, Collection<Integer> numbers) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT c.id, c.key, c.platform, c.name, c.type, (SELECT coalesce(sum(w.messages), 0)::bigint"
                                        + " FROM message_part w WHERE w.case_id = c.case_id AND w.conversation = c.id)"
                                        + " FROM conversation c WHERE c.case_id = ? AND c.id = ANY(?) ORDER BY c.id")
                        .param(caseId)
                        .param(numbers.toArray(Integer[]::new))
                        .query((row, number) -> CaseRows.conversation(row))
                        .list());
    }

    /** Contact points of the account, equal ones of one conversation counted together. */
    public List<StoredContact> contacts(int caseId, int account) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT c.account, coalesce(c.conversation, 0), c.kind, c.relation, c.normalised, c.times, p.item,"
                                        + " p.path, c.record[2], c.record[3] FROM (SELECT account, conversation, kind, relation,"
                                        + " normalised, count(*) AS times,"
                                        + " min(ARRAY[place::bigint, source_offset, source_length]) AS record FROM contact_point"
                                        + " WHERE case_id = ? AND account = ?"
                                        + " GROUP BY account, conversation, kind, relation, normalised) c"
                                        + " JOIN place p ON p.case_id = ? AND p.id = c.record[1]"
                                        + " ORDER BY c.relation, c.kind, c.normalised, c.conversation")
                        .params(caseId, account, caseId)
                        .query((row, number) -> CaseRows.contact(row))
                        .list());
    }

    /** The first record that names the account as the holder of an export. */
    public Optional<SourcePointer> holderRecord(int caseId, int account) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT p.item, p.path, s.source_offset, s.source_length FROM account_statement s"
                                + " JOIN place p ON p.case_id = s.case_id AND p.id = s.place"
                                + " WHERE s.case_id = ? AND s.account = ? AND s.export_owner"
                                + " ORDER BY p.item, p.path, s.source_offset LIMIT 1")
                        .params(caseId, account)
                        .query(AccountStore::pointer)
                        .optional());
    }

    private static SourcePointer pointer(ResultSet row, int number) throws SQLException {
        return SourceRow.pointer(row, 1);
    }
}
