package suluh.app.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;

/**
 * The latest findings of cases that people look at, parsed once rather than for each page.
 *
 * <p>Findings are never changed, only followed by newer ones with a higher number. Memory: the findings of at most
 * {@value #MAX_CASES} cases. Thread-safe.
 */
public final class ParsedFindings {
    private static final int MAX_CASES = 16;

    private final Database database;
    private final Map<Integer, Parsed> cases = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Parsed> eldest) {
            return size() > MAX_CASES;
        }
    };

    private record Parsed(long sequence, JsonObject json) {}

    public ParsedFindings(Database database) {
        this.database = database;
    }

    /** The latest findings of a case, when some were made. */
    public Optional<JsonObject> latest(int caseId) {
        FindingsStore store = new FindingsStore(database);
        long sequence = store.latestSequence(caseId);
        synchronized (cases) {
            Parsed known = cases.get(caseId);
            if (known != null && known.sequence() == sequence) {
                return Optional.of(known.json());
            }
        }
        Optional<JsonObject> parsed = store.latest(caseId).map(ParsedFindings::parse);
        synchronized (cases) {
            parsed.ifPresent(json -> cases.put(caseId, new Parsed(sequence, json)));
        }
        return parsed;
    }

    private static JsonObject parse(byte[] findings) {
        try {
            return JsonParser.parseObject(findings);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("stored findings are no JSON: " + e.getMessage(), e);
        }
    }
}
