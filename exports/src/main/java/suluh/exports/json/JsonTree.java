package suluh.exports.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * One small JSON value held whole, for records of few and free keys.
 *
 * @param fields values by key of an object, in order; empty otherwise
 * @param elements values of an array; empty otherwise
 * @param text characters of a string, number or boolean; null otherwise
 */
public record JsonTree(
        Map<String, JsonTree> fields,
        List<JsonTree> elements,
        @Nullable String text) {
    /** Values in one record; a profile has some hundred. */
    private static final int MAX_VALUES = 50_000;

    /** No value. */
    public static final JsonTree EMPTY = new JsonTree(Map.of(), List.of(), null);

    /** Reads the value at the cursor to its end; values beyond the limit are left out and {@code cut} is told. */
    public static JsonTree read(JsonCursor json, Runnable cut) throws IOException {
        return read(json, new int[] {MAX_VALUES}, cut);
    }

    // Recursion is bounded by JsonCursor.MAX_DEPTH.
    private static JsonTree read(JsonCursor json, int[] left, Runnable cut) throws IOException {
        if (--left[0] < 0) {
            if (left[0] == -1) {
                cut.run();
            }
            json.skip();
            return EMPTY;
        }
        if (json.atObject()) {
            Map<String, JsonTree> fields = new LinkedHashMap<>();
            while (json.nextKey()) {
                String key = json.key();
                json.next();
                fields.put(key, read(json, left, cut));
            }
            return new JsonTree(fields, List.of(), null);
        }
        if (json.atArray()) {
            List<JsonTree> elements = new ArrayList<>();
            while (json.nextElement()) {
                elements.add(read(json, left, cut));
            }
            return new JsonTree(Map.of(), elements, null);
        }
        if (json.token() == JsonToken.VALUE_TRUE || json.token() == JsonToken.VALUE_FALSE) {
            return new JsonTree(Map.of(), List.of(), String.valueOf(json.token() == JsonToken.VALUE_TRUE));
        }
        return new JsonTree(Map.of(), List.of(), json.textOrNull());
    }

    /** Value at a path of keys, or an empty value where the path ends early. */
    public JsonTree at(String... path) {
        JsonTree current = this;
        for (String key : path) {
            JsonTree next = current.fields.get(key);
            if (next == null) {
                return EMPTY;
            }
            current = next;
        }
        return current;
    }

    /** Characters at a path of keys; null where the path ends early, or at no plain value or an empty text. */
    public @Nullable String textAt(String... path) {
        String found = at(path).text;
        return found == null || found.isEmpty() ? null : found;
    }
}
