package suluh.app.store;

import java.util.Optional;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;

/**
 * The latest findings of cases that people look at, parsed once rather than for each page.
 *
 * <p>Findings are never changed, only followed by newer ones with a higher number, or erased when an item of the case was
 * purged. Memory: the findings of at most
 * {@value #MAX_CASES} cases. Thread-safe.
 */
public final class ParsedFindings {
    private static final int MAX_CASES = 16;

    private final Database database;
    private final HeldByCase<Optional<JsonObject>> cases = new HeldByCase<>(MAX_CASES);

    public ParsedFindings(Database database) {
        this.database = database;
    }

    /** The latest findings of a case, when some were made. */
    public Optional<JsonObject> latest(int caseId) {
        FindingsStore store = new FindingsStore(database);
        return cases.of(
                caseId, store.latestSequence(caseId), () -> store.latest(caseId).map(ParsedFindings::parse));
    }

    private static JsonObject parse(byte[] findings) {
        try {
            return JsonParser.parseObject(findings);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("stored findings are no JSON: " + e.getMessage(), e);
        }
    }
}
