package suluh.app.web;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import suluh.core.canon.JsonObject;

/** Findings made ready for templates once, as long as the flow gives the same ones again. Thread-safe. */
final class FindingsModels {
    private static final int MAX_MODELS = 16;

    /** By identity: to compare megabytes of findings would cost more than to make them ready again. */
    private final IdentityHashMap<JsonObject, Map<String, Object>> models = new IdentityHashMap<>();

    /** The model of these findings; the same object gives the same model. */
    Map<String, Object> of(JsonObject findings) {
        synchronized (models) {
            Map<String, Object> known = models.get(findings);
            if (known != null) {
                return known;
            }
        }
        Map<String, Object> ready = Collections.unmodifiableMap(FindingsModel.of(findings));
        synchronized (models) {
            if (models.size() >= MAX_MODELS) {
                models.clear();
            }
            models.put(findings, ready);
        }
        return ready;
    }
}
