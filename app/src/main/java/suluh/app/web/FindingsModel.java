package suluh.app.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonBoolean;
import suluh.core.canon.JsonNull;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;

/** Findings as maps and lists, which templates can walk. */
final class FindingsModel {
    private FindingsModel() {}

    static Map<String, Object> of(JsonObject object) {
        Map<String, Object> map = new HashMap<>();
        object.members().forEach((key, value) -> {
            if (!(value instanceof JsonNull)) {
                map.put(key, plain(value));
            }
        });
        return map;
    }

    /** The list of this name, or an empty one. */
    static List<?> list(Map<String, Object> findings, String name) {
        return findings.get(name) instanceof List<?> found ? found : List.of();
    }

    /** The map of this name, or an empty one. */
    @SuppressWarnings("unchecked") // maps of findings are made here, of texts to values
    static Map<String, Object> map(Map<String, Object> findings, String name) {
        return findings.get(name) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    private static Object plain(JsonValue value) {
        return switch (value) {
            case JsonObject object -> of(object);
            case JsonArray array -> {
                List<Object> list = new ArrayList<>();
                array.values().forEach(element -> list.add(plain(element)));
                yield list;
            }
            case JsonString text -> text.value();
            case JsonNumber number -> number.isWhole() ? (Object) number.whole() : (Object) number.value();
            case JsonBoolean truth -> truth.value();
            case JsonNull ignored -> "";
        };
    }
}
