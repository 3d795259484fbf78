package suluh.app.flow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.app.host.Secrets;
import suluh.app.host.WebhookClient;
import suluh.app.store.Scope;
import suluh.app.store.StoreException;
import suluh.app.store.WebhookStore.Webhook;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonValue;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;

/**
 * Tells an agency's own systems what its people did, by signed webhooks: ledger entries, in the order of the log.
 *
 * <p>How far an address was told is a place in the log, so nothing is lost by a crash and at worst one notice comes twice.
 * Looks, sign-ins and refusals are not told.
 */
public final class TellAgencies {
    private static final Set<EntryKind> NOT_TOLD =
            EnumSet.of(EntryKind.CONTENT_SHOWN, EntryKind.BYTES_SHOWN, EntryKind.SIGNED_IN, EntryKind.ACCESS_REFUSED);
    /** Entries in one notice. */
    private static final int BATCH = 100;
    /** Entries looked through in one round of one address. */
    private static final int MAX_SCANNED = 2_000;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int SECRET_BYTES = 32;

    private final House house;
    private final WebhookClient client = new WebhookClient();

    public TellAgencies(House house) {
        this.house = house;
    }

    /** An address that was named, with the secret of its signatures, shown this once. */
    public record Named(String id, String secret) {}

    /** Names an address of the administrator's agency; told is what happens from now on. */
    public Outcome<Named> name(Acting acting, String url) {
        return house.access().inHouse(acting, Act.MANAGE_KEYS).then(allowed -> {
            if (!isAddress(url)) {
                return Outcome.refused(
                        CaseworkCode.ADDRESS_UNUSABLE,
                        "A webhook's address begins with https://, or with http:// on this machine.");
            }
            String id = "w-" + HexFormat.of().formatHex(Secrets.bytes(8));
            byte[] secret = Secrets.bytes(SECRET_BYTES);
            Instant now = house.clock().instant();
            long size = house.ledger().tree(house.ledger().integrate()).size();
            house.database().inScope(Scope.KEYS, () -> {
                house.webhooks()
                        .add(
                                new Webhook(
                                        id,
                                        acting.agency(),
                                        url,
                                        house.secretBox().seal(id, secret),
                                        now,
                                        size,
                                        0,
                                        now),
                                acting.person());
                append(acting, EntryKind.WEBHOOK_NAMED, now, id);
                return true;
            });
            return Outcome.done(new Named(id, HexFormat.of().formatHex(secret)));
        });
    }

    /** Stops telling an address of the administrator's agency. */
    public Outcome<String> stop(Acting acting, String id) {
        return house.access().inHouse(acting, Act.MANAGE_KEYS).then(allowed -> {
            Instant now = house.clock().instant();
            boolean isStopped = house.database().inScope(Scope.KEYS, () -> {
                boolean stopped = house.webhooks().stop(id, acting.agency(), now);
                if (stopped) {
                    append(acting, EntryKind.WEBHOOK_STOPPED, now, id);
                }
                return stopped;
            });
            return isStopped
                    ? Outcome.done(id)
                    : Outcome.refused(CaseworkCode.KEY_UNKNOWN, "Your agency has no webhook of this id.");
        });
    }

    /**
     * An address that is told.
     *
     * @param nextEntry place in the log from which it is told next
     * @param failures deliveries that failed in a row
     */
    public record Address(String id, String url, long nextEntry, int failures) {}

    /** Addresses of the administrator's agency. */
    public Outcome<List<Address>> list(Acting acting) {
        return house.access()
                .inHouse(acting, Act.MANAGE_KEYS)
                .then(allowed -> Outcome.done(house.webhooks().all().stream()
                        .filter(hook -> hook.agency().equals(acting.agency()))
                        .map(hook -> new Address(hook.id(), hook.url(), hook.nextEntry(), hook.failures()))
                        .toList()));
    }

    /** One round: each address whose time has come is told the next entries. */
    public void round() {
        Instant now = house.clock().instant();
        for (Webhook hook : house.webhooks().all()) {
            if (!now.isBefore(hook.nextTryAt())) {
                tell(hook, now);
            }
        }
    }

    private void tell(Webhook hook, Instant now) {
        long next = hook.nextEntry();
        List<JsonValue> events = new ArrayList<>();
        long until = Math.min(house.ledger().tree(house.ledger().integrate()).size(), next + MAX_SCANNED);
        if (next >= until) {
            return;
        }
        for (byte[] leaf : house.ledger().leavesFrom(next, (int) (until - next))) {
            LedgerEntry entry = parsed(leaf);
            if (entry.agency().equals(hook.agency()) && !NOT_TOLD.contains(entry.kind())) {
                events.add(JsonObject.builder()
                        .put("index", next)
                        .put("entry", entry.json())
                        .build());
            }
            next++;
            if (events.size() == BATCH) {
                break;
            }
        }
        if (events.isEmpty() || post(hook, events, now)) {
            house.webhooks().told(hook.id(), next, 0, now);
        } else {
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(hook.failures(), 10));
            house.webhooks()
                    .told(
                            hook.id(),
                            hook.nextEntry(),
                            hook.failures() + 1,
                            now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
        }
    }

    private boolean post(Webhook hook, List<JsonValue> events, Instant now) {
        byte[] body = CanonicalJson.bytes(JsonObject.builder()
                .put("format", "suluh-webhook/1")
                .put("events", JsonArray.of(events))
                .build());
        byte[] secret = house.secretBox().open(hook.id(), hook.sealedSecret());
        return client.post(hook.url(), body, WebhookClient.signature(secret, now, body));
    }

    private static LedgerEntry parsed(byte[] leaf) {
        try {
            return LedgerEntry.parse(leaf);
        } catch (LedgerFormatException e) {
            throw new StoreException("A row of the ledger is no entry: " + e.getMessage(), e);
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            boolean isHere = "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
            return host != null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void append(Acting acting, EntryKind kind, Instant at, String id) {
        house.ledger().append(acting.entry(kind, at, "", Map.of("webhook", id), Map.of(), Map.of()));
    }
}
