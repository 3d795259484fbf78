package suluh.exports.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import tools.jackson.core.JsonToken;

/**
 * The keys that one kind of JSON record is known to have: those that are kept, and those that are passed over.
 *
 * <p>Every other key is told as drift, so that a renamed key cannot drop what it held without a word. Only what is kept
 * takes memory. Immutable once {@linkplain Builder#build built}.
 */
public final class RecordKeys {
    /** Kept values of one record; a message has some dozens. */
    private static final int MAX_VALUES = 50_000;

    private final String name;
    private final Map<String, Rule> rules;

    private RecordKeys(String name, Map<String, Rule> rules) {
        this.name = name;
        this.rules = rules;
    }

    /** What becomes of a key; {@code inner} are the keys of the objects it holds, null for plain values. */
    private record Rule(boolean kept, @Nullable RecordKeys inner) {}

    /** @param name the record in messages for people, for example {@code tweet} */
    public static Builder of(String name) {
        return new Builder(name);
    }

    /** Reads the object at the cursor to its closing brace. */
    public JsonTree read(JsonCursor json, ReadingTally tally) throws IOException {
        return read(json, tally, new int[] {MAX_VALUES});
    }

    // Recursion follows the nesting of the rules, not of the input.
    private JsonTree read(JsonCursor json, ReadingTally tally, int[] left) throws IOException {
        Map<String, JsonTree> fields = new LinkedHashMap<>();
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            Rule rule = rules.get(key);
            if (rule == null) {
                tally.unknownKey(name, key, json.tokenStart());
                json.skip();
            } else if (!rule.kept) {
                json.skip();
            } else {
                fields.put(key, value(key, rule.inner, json, tally, left));
            }
        }
        return new JsonTree(fields, List.of(), null);
    }

    private JsonTree value(String key, @Nullable RecordKeys inner, JsonCursor json, ReadingTally tally, int[] left)
            throws IOException {
        if (!json.atArray()) {
            return single(key, inner, json, tally, left);
        }
        List<JsonTree> elements = new ArrayList<>();
        while (json.nextElement()) {
            elements.add(single(key, inner, json, tally, left));
        }
        return new JsonTree(Map.of(), elements, null);
    }

    private JsonTree single(String key, @Nullable RecordKeys inner, JsonCursor json, ReadingTally tally, int[] left)
            throws IOException {
        if (--left[0] < 0) {
            tally.alarmOnce(
                    ReadingCode.JSON_LIMIT,
                    "values " + name,
                    "a record of " + name + " holds more than " + MAX_VALUES + " values; the rest was not read",
                    json.tokenStart());
            json.skip();
            return JsonTree.EMPTY;
        }
        if (json.atObject() && inner != null) {
            return inner.read(json, tally, left);
        }
        if (json.atObject() || json.atArray()) {
            tally.unexpectedType(name, key, json.tokenStart());
            json.skip();
            return JsonTree.EMPTY;
        }
        JsonToken token = json.token();
        boolean truth = token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
        String text = truth ? String.valueOf(token == JsonToken.VALUE_TRUE) : json.textOrNull();
        if (inner != null && text != null) {
            tally.unexpectedType(name, key, json.tokenStart());
        }
        return text == null ? JsonTree.EMPTY : new JsonTree(Map.of(), List.of(), text);
    }

    /** Collects rules. */
    public static final class Builder {
        private final String name;
        private final Map<String, Rule> rules = new HashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Keys of plain values, or of arrays of plain values, that are kept. */
        public Builder keep(String... keys) {
            for (String key : keys) {
                rules.put(key, new Rule(true, null));
            }
            return this;
        }

        /** A key of an object, or of an array of objects, that is kept as far as its own rules say. */
        public Builder keep(String key, Builder inner) {
            rules.put(key, new Rule(true, inner.build()));
            return this;
        }

        /** Keys that are known and not kept, whatever they hold. */
        public Builder pass(String... keys) {
            for (String key : keys) {
                rules.put(key, new Rule(false, null));
            }
            return this;
        }

        public RecordKeys build() {
            return new RecordKeys(name, Map.copyOf(rules));
        }
    }
}
