package suluh.app.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Filters of the inbox that persons keep. Inside a transaction of the person, which sees that person's only. */
public final class InboxFilterStore {
    private final Database database;

    public InboxFilterStore(Database database) {
        this.database = database;
    }

    /**
     * A kept filter.
     *
     * @param query the filter as the part of an address after {@code ?}
     */
    public record KeptFilter(String name, String query) {}

    /** The person's filters, by name. */
    public List<KeptFilter> all() {
        return database.jdbc()
                .sql("SELECT name, query FROM inbox_filter ORDER BY name")
                .query((row, number) -> new KeptFilter(row.getString(1), row.getString(2)))
                .list();
    }

    /** Keeps a filter, in the place of one of the same name. */
    public void keep(String person, KeptFilter filter, Instant at) {
        drop(filter.name());
        database.jdbc()
                .sql("INSERT INTO inbox_filter (person_id, name, query, kept_at) VALUES (?, ?, ?, ?)")
                .params(person, StorableText.of(filter.name()), filter.query(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Drops the filter of this name; false when there is none. */
    public boolean drop(String name) {
        return database.jdbc()
                        .sql("DELETE FROM inbox_filter WHERE name = ?")
                        .param(StorableText.of(name))
                        .update()
                > 0;
    }
}
