package suluh.core.canon;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A JSON object with unique keys.
 *
 * @param members in the order given; canonical form sorts them
 */
public record JsonObject(SequencedMap<String, JsonValue> members) implements JsonValue {
    public JsonObject {
        members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The member of this key, when there is one. */
    public Optional<JsonValue> member(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /** The text of this key; empty when the member is absent or no text. */
    public Optional<String> text(String key) {
        return members.get(key) instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The whole number of this key; empty when the member is absent or not a whole number. */
    public Optional<Long> whole(String key) {
        return members.get(key) instanceof JsonNumber number && number.isWhole()
                ? Optional.of(number.whole())
                : Optional.empty();
    }

    /** The text of this key, or an empty text. */
    public String textOrEmpty(String key) {
        return text(key).orElse("");
    }

    /** The number of this key; 0 when the member is absent or no number. */
    public double number(String key) {
        return members.get(key) instanceof JsonNumber number ? number.value() : 0;
    }

    /** Objects of the array of this key, in order; none when the member is absent or no array. */
    public List<JsonObject> objects(String key) {
        return ofArray(key, JsonObject.class);
    }

    /** Texts of the array of this key, in order; none when the member is absent or no array. */
    public List<String> texts(String key) {
        return ofArray(key, JsonString.class).stream().map(JsonString::value).toList();
    }

    private <T extends JsonValue> List<T> ofArray(String key, Class<T> kind) {
        return members.get(key) instanceof JsonArray array
                ? array.values().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .toList()
                : List.of();
    }

    /** Collects members; a key given twice is a mistake of the caller and refused. */
    public static final class Builder {
        private final SequencedMap<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String key, JsonValue value) {
            if (members.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("the key stands twice: " + key);
            }
            return this;
        }

        public Builder put(String key, String value) {
            return put(key, new JsonString(value));
        }

        public Builder put(String key, long value) {
            return put(key, JsonNumber.of(value));
        }

        public Builder put(String key, double value) {
            return put(key, new JsonNumber(value));
        }

        public Builder put(String key, boolean value) {
            return put(key, new JsonBoolean(value));
        }

        /** Members of a map of texts, as an object of its own. */
        public Builder put(String key, Map<String, String> texts) {
            Builder inner = builder();
            texts.forEach(inner::put);
            return put(key, inner.build());
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
