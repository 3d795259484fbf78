package suluh.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Addresses that are told what happened, each with the place in the log up to which it was told. */
public final class WebhookStore {
    private final Database database;

    public WebhookStore(Database database) {
        this.database = database;
    }

    /**
     * An address that is told.
     *
     * @param nextEntry place in the log of the first entry that was not delivered
     * @param failures deliveries that failed since the last that did not
     */
    public record Webhook(
            String id,
            String agency,
            String url,
            String sealedSecret,
            Instant madeAt,
            long nextEntry,
            int failures,
            Instant nextTryAt) {}

    /** Stores an address; inside scope {@link Scope#KEYS}. */
    public void add(Webhook hook, String madeBy) {
        database.jdbc()
                .sql("INSERT INTO webhook (id, agency, url, sealed_secret, made_by, made_at, next_entry, next_try_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(hook.id())
                .param(hook.agency())
                .param(hook.url())
                .param(hook.sealedSecret())
                .param(madeBy)
                .param(hook.madeAt().atOffset(ZoneOffset.UTC))
                .param(hook.nextEntry())
                .param(hook.nextTryAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stops telling an address of this agency; false when there is none. Inside scope {@link Scope#KEYS}. */
    public boolean stop(String id, String agency, Instant at) {
        return database.jdbc()
                        .sql("UPDATE webhook SET stopped_at = ? WHERE id = ? AND agency = ? AND stopped_at IS NULL")
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(id)
                        .param(agency)
                        .update()
                == 1;
    }

    /** Notes how far an address was told and when to go on. */
    public void told(String id, long nextEntry, int failures, Instant nextTryAt) {
        database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                        .sql("UPDATE webhook SET next_entry = ?, failures = ?, next_try_at = ? WHERE id = ?")
                        .param(nextEntry)
                        .param(failures)
                        .param(nextTryAt.atOffset(ZoneOffset.UTC))
                        .param(id)
                        .update());
    }

    /** Addresses that are told, oldest first. */
    public List<Webhook> all() {
        return database.inScope(
                Scope.KEYS,
                () -> database.jdbc()
                        .sql("SELECT id, agency, url, sealed_secret, made_at, next_entry, failures, next_try_at"
                                + " FROM webhook WHERE stopped_at IS NULL ORDER BY made_at, id")
                        .query((row, number) -> new Webhook(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant(),
                                row.getLong(6),
                                row.getInt(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()))
                        .list());
    }
}
