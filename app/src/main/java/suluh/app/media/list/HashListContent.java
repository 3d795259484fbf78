package suluh.app.media.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.core.image.RecordColumn;

/**
 * What a list of hashes holds: a column of hashes of each kind, and for each hash its record and its category.
 *
 * <p>About 40 bytes a PDQ hash. Filled by one reader, then only read.
 */
public final class HashListContent {
    /** Distinct categories that are kept apart; schemes have a dozen. */
    private static final int MAX_CATEGORIES = 1_000;

    private static final String FURTHER_CATEGORIES = "(further categories)";
    private static final int TOLD_UNUSABLE = 5;

    private final Map<HashKind, Column> columns = new EnumMap<>(HashKind.class);
    private final Map<String, Integer> categories = new LinkedHashMap<>();
    private final List<String> categoryNames = new ArrayList<>();
    private final List<Long> firstUnusable = new ArrayList<>();
    private String format = "";
    private long records;
    private long unusable;

    private static final class Column {
        private final RecordColumn hashes;
        private int[] records = new int[1024];
        private int[] categories = new int[1024];

        Column(HashKind kind) {
            hashes = new RecordColumn(kind.words());
        }

        void add(int record, int category, long w0, long w1, long w2, long w3) {
            int at = hashes.add(w0, w1, w2, w3);
            if (at == records.length) {
                int larger = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, records.length * 2L));
                records = Arrays.copyOf(records, larger);
                categories = Arrays.copyOf(categories, larger);
            }
            records[at] = record;
            categories[at] = category;
        }
    }

    HashListContent() {
        category("");
    }

    /** Sets the name of the format once it is known. */
    void format(String name) {
        format = name;
    }

    /** Number of a category; further ones share a number. */
    int category(String name) {
        Integer known = categories.get(name);
        if (known != null) {
            return known;
        }
        String kept = categories.size() < MAX_CATEGORIES ? name : FURTHER_CATEGORIES;
        return categories.computeIfAbsent(kept, fresh -> {
            categoryNames.add(fresh);
            return categoryNames.size() - 1;
        });
    }

    /** Begins a record and gives its number, from 1. */
    long nextRecord() {
        records++;
        return records;
    }

    /** The record at hand holds no hash that could be read. */
    void recordUnusable() {
        unusable++;
        if (firstUnusable.size() < TOLD_UNUSABLE) {
            firstUnusable.add(records);
        }
    }

    /** Adds a hash of the record at hand; words beyond its kind's width are left out. */
    void add(HashKind kind, int category, long w0, long w1, long w2, long w3) {
        int record = (int) Math.min(Integer.MAX_VALUE, records);
        columns.computeIfAbsent(kind, Column::new).add(record, category, w0, w1, w2, w3);
    }

    /** Name of the format, as docs/formats/hash-lists.md lists it. */
    public String format() {
        return format;
    }

    /** Records of the list, usable or not. */
    public long records() {
        return records;
    }

    /** Records without a hash that could be read. */
    public long unusable() {
        return unusable;
    }

    /** Numbers of the first of these, from 1. */
    public List<Long> firstUnusable() {
        return Collections.unmodifiableList(firstUnusable);
    }

    /** Hashes of each kind that the list has. */
    public Map<HashKind, Integer> counts() {
        Map<HashKind, Integer> counts = new EnumMap<>(HashKind.class);
        columns.forEach((kind, column) -> counts.put(kind, column.hashes.size()));
        return counts;
    }

    /** The hashes of this kind, when there are any. */
    Optional<RecordColumn> hashes(HashKind kind) {
        return Optional.ofNullable(columns.get(kind)).map(column -> column.hashes);
    }

    /** Number, from 1, of the record from which the i-th hash of this kind comes. */
    int record(HashKind kind, int i) {
        return column(kind).records[i];
    }

    /** Category of that record as the list writes it; empty when it states none. */
    String categoryOf(HashKind kind, int i) {
        return categoryNames.get(column(kind).categories[i]);
    }

    private Column column(HashKind kind) {
        Column column = columns.get(kind);
        if (column == null) {
            throw new IllegalArgumentException("the list has no " + kind.wire());
        }
        return column;
    }
}
