package suluh.exports.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON text read back whole, which a test may do. */
final class JsonTree {
    private JsonTree() {}

    /** The root object; throws when the text is not one JSON value. */
    static Map<String, Object> object(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = Objects.requireNonNull(value(parser));
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one value");
            }
            return asObject(value);
        }
    }

    @SuppressWarnings("unchecked") // The values were made below.
    static Map<String, Object> asObject(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    static List<Map<String, Object>> objects(Map<String, Object> parent, String key) {
        List<?> list = (List<?>) Objects.requireNonNull(parent.get(key), key);
        return list.stream().map(JsonTree::asObject).toList();
    }

    static String string(Map<String, Object> parent, String key) {
        return (String) Objects.requireNonNull(parent.get(key), key);
    }

    static long number(Map<String, Object> parent, String key) {
        return (Long) Objects.requireNonNull(parent.get(key), key);
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    if (object.containsKey(key)) {
                        throw new IllegalArgumentException("key given twice: " + key);
                    }
                    object.put(key, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("unexpected token " + token);
        };
    }
}
