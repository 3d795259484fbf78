package suluh.core.disclosure.redaction;

import suluh.core.canon.JsonObject;
import suluh.core.kernel.Sha256Digest;

/**
 * One line of {@code redactions.jsonl}: a hidden passage and what it commits to.
 *
 * @param number number of the record
 * @param field field of its texts
 * @param start first code point of the placeholder in the redacted text, from 0
 * @param end code point after it
 * @param kind what it hides
 * @param commitment digest of {@link Opening}
 */
public record Redaction(long number, String field, int start, int end, RedactionKind kind, Sha256Digest commitment) {
    private static final int MEMBERS = 6;

    public Redaction {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a passage from " + start + " to " + end);
        }
    }

    /** Its line, with the line feed. */
    public String line() {
        return JsonLine.render(JsonObject.builder()
                .put("number", number)
                .put("field", field)
                .put("start", start)
                .put("end", end)
                .put("kind", kind.wire())
                .put("commitment", commitment.hex())
                .build());
    }

    /**
     * The redaction of a line without its line feed.
     *
     * @throws RecordFormatException when the line is not exactly what {@link #line} writes
     */
    public static Redaction parse(String line) throws RecordFormatException {
        JsonLine json = JsonLine.parse(line, MEMBERS);
        int start = json.place("start");
        int end = json.place("end");
        if (end <= start) {
            throw new RecordFormatException("a passage that ends before it begins");
        }
        return new Redaction(
                json.whole("number"),
                json.text("field"),
                start,
                end,
                RedactionKind.ofWire(json.text("kind"))
                        .orElseThrow(() -> new RecordFormatException("a redaction of an unknown kind")),
                json.digest("commitment"));
    }
}
