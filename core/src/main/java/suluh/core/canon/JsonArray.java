package suluh.core.canon;

import java.util.List;

/** A JSON list. */
public record JsonArray(List<JsonValue> values) implements JsonValue {
    public JsonArray {
        values = List.copyOf(values);
    }

    public static JsonArray of(List<? extends JsonValue> values) {
        return new JsonArray(List.copyOf(values));
    }
}
