package suluh.exports.telegram;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.exports.ExportFile;
import suluh.exports.json.JsonCursor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Finds the headers of chats that state them after their messages; Telegram does not, but JSON may.
 *
 * <p>A pass over the whole file, made only when the first pass meets messages without a complete header.
 */
final class HeaderScan {
    private final Map<Long, ChatHeader> headers = new HashMap<>();
    private @Nullable String owner;

    private HeaderScan() {}

    static HeaderScan of(ExportFile file) throws IOException {
        HeaderScan scan = new HeaderScan();
        try (JsonCursor json = JsonCursor.open(file)) {
            if (json.next() == JsonToken.START_OBJECT) {
                scan.scanRoot(json, json.tokenStart());
            }
        } catch (JacksonException e) {
            // What was found before the damage stands; the reading pass tells the damage itself.
            return scan;
        }
        return scan;
    }

    /** Header of the chat whose brace stands at this byte, or null when the scan did not get there. */
    @Nullable
    ChatHeader headerAt(long offset) {
        return headers.get(offset);
    }

    /** Number of the export's holder, or null. */
    @Nullable
    String owner() {
        return owner;
    }

    private void scanRoot(JsonCursor json, long start) throws IOException {
        Draft draft = new Draft();
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "chats", "left_chats" -> scanList(json);
                case "personal_information" -> owner = ownerIn(json);
                default -> draft.take(key, json);
            }
        }
        headers.put(start, draft.header());
    }

    private void scanList(JsonCursor json) throws IOException {
        if (!json.atObject()) {
            json.skip();
            return;
        }
        while (json.nextKey()) {
            boolean list = json.key().equals("list");
            json.next();
            if (!list || !json.atArray()) {
                json.skip();
                continue;
            }
            while (json.nextElement()) {
                scanChat(json);
            }
        }
    }

    private void scanChat(JsonCursor json) throws IOException {
        if (!json.atObject()) {
            json.skip();
            return;
        }
        long start = json.tokenStart();
        Draft draft = new Draft();
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            draft.take(key, json);
        }
        headers.put(start, draft.header());
    }

    private static @Nullable String ownerIn(JsonCursor json) throws IOException {
        String found = null;
        if (!json.atObject()) {
            json.skip();
            return null;
        }
        while (json.nextKey()) {
            boolean id = json.key().equals("user_id");
            json.next();
            if (id) {
                found = json.textOrNull();
            } else {
                json.skip();
            }
        }
        return found;
    }

    /** Header under construction. */
    static final class Draft {
        private @Nullable String name;
        private @Nullable String type;
        private @Nullable String id;

        /** Takes the current value when the key belongs to a header; passes over it otherwise. */
        boolean take(String key, JsonCursor json) throws IOException {
            switch (key) {
                case "name" -> name = json.textOrNull();
                case "type" -> type = json.textOrNull();
                case "id" -> id = json.textOrNull();
                default -> {
                    json.skip();
                    return false;
                }
            }
            return true;
        }

        ChatHeader header() {
            return new ChatHeader(name, type, id);
        }
    }
}
