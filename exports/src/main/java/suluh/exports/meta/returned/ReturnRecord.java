package suluh.exports.meta.returned;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a return: labels with their values, and records within it.
 *
 * <p>Labels may repeat. A record is built while the page is read and belongs to whoever takes it.
 */
final class ReturnRecord {
    /**
     * A label with its value.
     *
     * @param label words before the value, stripped
     * @param value words of the value, stripped; a line feed for each break
     */
    record Field(String label, String value) {}

    /**
     * Records under one label of a record.
     *
     * @param label label of the list
     * @param loose words that stand in the list before its records
     * @param record one of its records
     */
    record Nested(String label, String loose, ReturnRecord record) {}

    private final List<Field> fields = new ArrayList<>();
    private final List<Nested> nested = new ArrayList<>();
    private final List<String> linked = new ArrayList<>();
    private long start = -1;
    private long end;

    void add(String label, String value, long from, long to) {
        fields.add(new Field(label, value));
        cover(from, to);
    }

    /** A value that a page break divided: joined to the one before it. */
    void continueLast(String value, long to) {
        if (fields.isEmpty()) {
            return;
        }
        Field last = fields.removeLast();
        String joint = last.value().isEmpty() || value.isEmpty() ? "" : "\n";
        fields.add(new Field(last.label(), last.value() + joint + value));
        end = Math.max(end, to);
    }

    void add(Nested inner) {
        nested.add(inner);
        cover(inner.record().start, inner.record().end);
    }

    void addLinked(String path, long from, long to) {
        if (!linked.contains(path)) {
            linked.add(path);
        }
        cover(from, to);
    }

    private void cover(long from, long to) {
        start = start < 0 ? from : Math.min(start, from);
        end = Math.max(end, to);
    }

    boolean isEmpty() {
        return fields.isEmpty() && nested.isEmpty() && linked.isEmpty();
    }

    long start() {
        return Math.max(0, start);
    }

    long length() {
        return Math.max(0, end - start());
    }

    List<Field> fields() {
        return fields;
    }

    List<Nested> nested() {
        return nested;
    }

    /** Paths of linked media in this record and in those within it. */
    List<String> linked() {
        List<String> all = new ArrayList<>(linked);
        nested.forEach(inner -> all.addAll(inner.record().linked()));
        return all;
    }

    /** First value of a label, or null when there is none or it is empty. */
    @Nullable
    String value(String label) {
        for (Field field : fields) {
            if (field.label().equals(label) && !field.value().isEmpty()) {
                return field.value();
            }
        }
        return null;
    }

    /** First value of any of these labels. */
    @Nullable
    String firstOf(String... labels) {
        for (String label : labels) {
            String value = value(label);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
