package suluh.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.request.RecordType;

/** What items of a case hold about accounts and groups, to be held against what was asked. Call inside the case. */
public final class ProductionStore {
    /** Places of these items; every table of observations points to one. */
    private static final String PLACES = "place IN (SELECT p.id FROM place p WHERE p.item = ANY (?::text[]))";

    private final Database database;

    public ProductionStore(Database database) {
        this.database = database;
    }

    /**
     * Records of one kind.
     *
     * @param first earliest dated record, or null when none is dated
     * @param last latest dated record, or null
     */
    public record Held(
            RecordType type,
            long records,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /** An account whose export lies among the items. */
    public record Owner(int account, String key) {}

    /** Accounts of this platform that go by one of these names, numbers or addresses, in lower case. */
    public List<Integer> accounts(String platform, Collection<String> names) {
        String[] wanted = lower(names);
        return database.jdbc()
                .sql("SELECT DISTINCT a.id FROM account a LEFT JOIN contact_point c ON c.case_id = a.case_id"
                        + " AND c.account = a.id AND c.relation = 'owned' WHERE (? = '' OR a.platform = ?)"
                        + " AND (lower(a.platform_id) = ANY (?::text[]) OR lower(a.name) = ANY (?::text[])"
                        + " OR lower(c.normalised) = ANY (?::text[])) ORDER BY a.id")
                .params(platform, platform, wanted, wanted, wanted)
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** Conversations of this platform that go by one of these names, or whose id ends in one of them, in lower case. */
    public List<Integer> conversations(String platform, Collection<String> names) {
        String[] wanted = lower(names);
        return database.jdbc()
                .sql("SELECT id FROM conversation WHERE (? = '' OR platform = ?) AND (lower(name) = ANY (?::text[])"
                        + " OR lower(regexp_replace(key, '^.*[:/]', '')) = ANY (?::text[])) ORDER BY id")
                .params(platform, platform, wanted, wanted)
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** Accounts whose own exports lie among these items. */
    public List<Owner> owners(Collection<String> items) {
        return database.jdbc()
                .sql("SELECT DISTINCT a.id, a.key FROM account_statement s JOIN account a ON a.case_id = s.case_id"
                        + " AND a.id = s.account WHERE s.export_owner AND s." + PLACES + " ORDER BY a.id")
                .param(items.toArray(String[]::new))
                .query((row, number) -> new Owner(row.getInt(1), row.getString(2)))
                .list();
    }

    /** Messages of these accounts and in these conversations, and those of them with attachments. */
    public List<Held> messages(Collection<String> items, List<Integer> accounts, List<Integer> conversations) {
        String from =
                " FROM message WHERE " + PLACES + " AND (sender = ANY (?::int[]) OR conversation = ANY (?::int[]))";
        return List.of(
                held(
                        RecordType.MESSAGES,
                        "count(*), min(sent_at), max(sent_at)" + from,
                        items,
                        accounts,
                        conversations),
                held(
                        RecordType.MEDIA,
                        "count(*), min(sent_at), max(sent_at)" + from + " AND attachments <> ''",
                        items,
                        accounts,
                        conversations));
    }

    /** Memberships of these accounts and in these conversations. */
    public Held members(Collection<String> items, List<Integer> accounts, List<Integer> conversations) {
        return held(
                RecordType.MEMBERS,
                "count(*), NULL::timestamptz, NULL::timestamptz FROM membership WHERE " + PLACES
                        + " AND (account = ANY (?::int[]) OR conversation = ANY (?::int[]))",
                items,
                accounts,
                conversations);
    }

    /** What the holders of these accounts gave: names, numbers, addresses. */
    public Held subscriber(Collection<String> items, List<Integer> accounts) {
        return held(
                RecordType.SUBSCRIBER,
                "count(*), NULL::timestamptz, NULL::timestamptz FROM contact_point WHERE " + PLACES
                        + " AND relation = 'owned' AND account = ANY (?::int[]) AND account <> ALL (?::int[])",
                items,
                accounts,
                List.of());
    }

    /** Sign-ins of these accounts. */
    public Held logins(Collection<String> items, List<Integer> accounts) {
        return held(
                RecordType.LOGINS,
                "count(*), NULL::timestamptz, NULL::timestamptz FROM other_observation WHERE " + PLACES
                        + " AND kind = 'login' AND account = ANY (?::int[]) AND account <> ALL (?::int[])",
                items,
                accounts,
                List.of());
    }

    private Held held(
            RecordType type,
            String select,
            Collection<String> items,
            List<Integer> accounts,
            List<Integer> conversations) {
        return database.jdbc()
                .sql("SELECT " + select)
                .params(
                        items.toArray(String[]::new),
                        accounts.toArray(Integer[]::new),
                        conversations.toArray(Integer[]::new))
                .query((row, number) -> new Held(
                        type,
                        row.getLong(1),
                        instant(row.getObject(2, OffsetDateTime.class)),
                        instant(row.getObject(3, OffsetDateTime.class))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String[] lower(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }
}
