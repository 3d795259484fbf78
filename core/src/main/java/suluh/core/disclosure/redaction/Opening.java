package suluh.core.disclosure.redaction;

import java.nio.charset.StandardCharsets;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonObject;
import suluh.core.kernel.Sha256Digest;

/**
 * One line of {@code openings.jsonl}: what stood in the place of a hidden passage, with the salt that proves it.
 *
 * <p>The commitment is the SHA-256 of {@code suluh-redaction/1}, a line feed, and the line without its line feed. Number,
 * field and start are part of it, so that an opening serves for its own place only; the salt keeps short values, such as
 * a first name, from being tried out.
 *
 * @param start first code point of the placeholder in the redacted text
 * @param salt 64 hexadecimal digits, of its own for each passage
 * @param value the original
 */
public record Opening(long number, String field, int start, String salt, String value) {
    private static final String DOMAIN = "suluh-redaction/1\n";
    private static final int MEMBERS = 5;

    public Opening {
        if (!Sha256Digest.isHex(salt)) {
            throw new IllegalArgumentException("a salt of 64 hexadecimal digits is needed");
        }
    }

    /** What the redaction log says of it. */
    public Sha256Digest commitment() {
        return Sha256Digest.of((DOMAIN + CanonicalJson.text(json())).getBytes(StandardCharsets.UTF_8));
    }

    /** Its line, with the line feed. */
    public String line() {
        return JsonLine.render(json());
    }

    private JsonObject json() {
        return JsonObject.builder()
                .put("number", number)
                .put("field", field)
                .put("start", start)
                .put("salt", salt)
                .put("value", value)
                .build();
    }

    /**
     * The opening of a line without its line feed.
     *
     * @throws RecordFormatException when the line is not exactly what {@link #line} writes
     */
    public static Opening parse(String line) throws RecordFormatException {
        JsonLine json = JsonLine.parse(line, MEMBERS);
        return new Opening(
                json.whole("number"),
                json.text("field"),
                json.place("start"),
                json.digest("salt").hex(),
                json.text("value"));
    }
}
