package suluh.core.disclosure.redaction;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.kernel.Sha256Digest;

/** One line of canonical JSON, read with typed refusals. */
final class JsonLine {
    private final JsonObject json;

    private JsonLine(JsonObject json) {
        this.json = json;
    }

    static String render(JsonObject json) {
        return CanonicalJson.text(json) + "\n";
    }

    /** The line, without its line feed, which has to be canonical JSON with exactly this many members. */
    static JsonLine parse(String line, int members) throws RecordFormatException {
        try {
            JsonObject json = JsonParser.parseObject(line.getBytes(StandardCharsets.UTF_8));
            if (json.members().size() != members || !CanonicalJson.text(json).equals(line)) {
                throw new RecordFormatException("a line that is not in its one form");
            }
            return new JsonLine(json);
        } catch (JsonSyntaxException e) {
            throw new RecordFormatException("a line that is no JSON: " + e.getMessage());
        }
    }

    String text(String key) throws RecordFormatException {
        return json.text(key).orElseThrow(() -> new RecordFormatException("a line without the text " + key));
    }

    long whole(String key) throws RecordFormatException {
        return json.whole(key).orElseThrow(() -> new RecordFormatException("a line without the number " + key));
    }

    int place(String key) throws RecordFormatException {
        long whole = whole(key);
        if (whole < 0 || whole > Integer.MAX_VALUE) {
            throw new RecordFormatException("a place that no text has: " + whole);
        }
        return (int) whole;
    }

    Sha256Digest digest(String key) throws RecordFormatException {
        String hex = text(key);
        if (!Sha256Digest.isHex(hex)) {
            throw new RecordFormatException("a " + key + " that is no SHA-256");
        }
        return new Sha256Digest(hex);
    }

    SortedMap<String, String> texts(String key) throws RecordFormatException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (var member : object(key).members().entrySet()) {
            if (!(member.getValue() instanceof JsonString text)) {
                throw new RecordFormatException("a text that is none: " + member.getKey());
            }
            texts.put(member.getKey(), text.value());
        }
        return texts;
    }

    SortedMap<String, Long> figures(String key) throws RecordFormatException {
        SortedMap<String, Long> figures = new TreeMap<>();
        for (var member : object(key).members().entrySet()) {
            if (!(member.getValue() instanceof JsonNumber number) || !number.isWhole()) {
                throw new RecordFormatException("a figure that is no whole number: " + member.getKey());
            }
            figures.put(member.getKey(), number.whole());
        }
        return figures;
    }

    private JsonObject object(String key) throws RecordFormatException {
        JsonValue value = json.member(key).orElse(null);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new RecordFormatException("a line without the object " + key);
    }
}
