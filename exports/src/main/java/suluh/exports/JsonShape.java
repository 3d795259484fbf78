package suluh.exports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import suluh.exports.json.JsonCursor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Keys found in the first bytes of a JSON file, from which its format is told.
 *
 * @param isObject true when the root is an object
 * @param rootKeys keys of the root (or of the first objects of a root array), in order
 * @param messageKeys keys of the first records under {@code messages}
 */
record JsonShape(boolean isObject, Set<String> rootKeys, Set<String> messageKeys) {
    private static final int MAX_KEYS = 200;

    /** Shape of a file by its head; the end of the head inside a value is no fault. */
    static JsonShape of(byte[] head) throws IOException {
        Set<String> root = new LinkedHashSet<>();
        Set<String> messages = new LinkedHashSet<>();
        boolean object = false;
        try (JsonCursor json = JsonCursor.of(new ByteArrayInputStream(head))) {
            object = json.next() == JsonToken.START_OBJECT;
            scan(json, object, root, messages);
        } catch (JacksonException e) {
            return new JsonShape(object, root, messages);
        }
        return new JsonShape(object, root, messages);
    }

    private static void scan(JsonCursor json, boolean object, Set<String> root, Set<String> messages)
            throws IOException {
        int depth = 1;
        int keyDepth = object ? 1 : 2;
        boolean inMessages = false;
        while (depth > 0 && root.size() + messages.size() < MAX_KEYS) {
            JsonToken token = json.next();
            if (token == null) {
                return;
            }
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                depth--;
            } else if (token == JsonToken.PROPERTY_NAME && depth == keyDepth) {
                root.add(json.key());
                inMessages = json.key().equals("messages");
            } else if (token == JsonToken.PROPERTY_NAME && inMessages && depth == keyDepth + 2) {
                messages.add(json.key());
            }
        }
    }

    boolean hasRoot(String... keys) {
        for (String key : keys) {
            if (!rootKeys.contains(key)) {
                return false;
            }
        }
        return true;
    }

    boolean hasAnyMessageKey(String... keys) {
        for (String key : keys) {
            if (messageKeys.contains(key)) {
                return true;
            }
        }
        return false;
    }
}
