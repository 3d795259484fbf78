package suluh.app.store;

import java.util.Optional;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.disclosure.NetworkMapJson;
import suluh.core.network.NetworkMap;

/**
 * The latest network maps of cases that people look at, parsed once rather than for each page.
 *
 * <p>Maps are never changed, only followed by newer ones, or erased when an item of the case was purged. Memory: the maps of at most
 * {@value #MAX_CASES} cases, some tens of MB each at the largest. Thread-safe.
 */
public final class DrawnMaps {
    private static final int MAX_CASES = 4;

    private final MapStore store;
    private final HeldByCase<Optional<NetworkMap>> cases = new HeldByCase<>(MAX_CASES);

    public DrawnMaps(Database database) {
        this.store = new MapStore(database);
    }

    /** The latest map of a case, when it was mapped. */
    public Optional<NetworkMap> latest(int caseId) {
        return cases.of(
                caseId, store.latestVersion(caseId), () -> store.latest(caseId).map(DrawnMaps::parse));
    }

    private static NetworkMap parse(byte[] json) {
        try {
            return NetworkMapJson.parse(JsonParser.parseObject(json));
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("the stored map is no JSON: " + e.getMessage(), e);
        }
    }
}
