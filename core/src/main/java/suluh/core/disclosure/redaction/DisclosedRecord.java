package suluh.core.disclosure.redaction;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.canon.JsonObject;

/**
 * One line of {@code records.jsonl}: a fact of the case, flat, so that a person can compare two of them by eye.
 *
 * @param number place in the file, from 1
 * @param kind what it is, such as {@code message}
 * @param texts its texts by field; an absent one has no field
 * @param figures its whole numbers by field
 */
public record DisclosedRecord(
        long number, String kind, SortedMap<String, String> texts, SortedMap<String, Long> figures) {
    private static final int MEMBERS = 4;

    public DisclosedRecord {
        if (number < 1) {
            throw new IllegalArgumentException("records count from 1, found " + number);
        }
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /** The record with other texts. */
    public DisclosedRecord with(SortedMap<String, String> others) {
        return new DisclosedRecord(number, kind, others, figures);
    }

    /** A text, or the empty one when it has none. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** Its line, with the line feed. */
    public String line() {
        JsonObject.Builder numbers = JsonObject.builder();
        figures.forEach(numbers::put);
        return JsonLine.render(JsonObject.builder()
                .put("number", number)
                .put("kind", kind)
                .put("texts", texts)
                .put("figures", numbers.build())
                .build());
    }

    /**
     * The record of a line without its line feed.
     *
     * @throws RecordFormatException when the line is not exactly what {@link #line} writes
     */
    public static DisclosedRecord parse(String line) throws RecordFormatException {
        JsonLine json = JsonLine.parse(line, MEMBERS);
        long number = json.whole("number");
        if (number < 1) {
            throw new RecordFormatException("a record with the number " + number);
        }
        return new DisclosedRecord(number, json.text("kind"), json.texts("texts"), json.figures("figures"));
    }
}
