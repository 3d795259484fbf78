package suluh.core.identity.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import suluh.core.identity.field.Field;
import suluh.core.identity.field.FieldType;

/**
 * Records as columns of numbers: {@code column(c)[r]} is the number of record r's value in the vocabulary of its type.
 *
 * <p>Records stand in the text order of their ids whatever the order they came in, so that nothing that follows depends
 * on it. Four bytes a value, and each different text once. At most {@value #MAX_COLUMNS} columns: a pair's levels are
 * kept in the bits of one long.
 */
public final class RecordTable {
    public static final int MAX_COLUMNS = 16;
    /** Record numbers share a long with a block's key. */
    public static final int MAX_RECORDS = 50_000_000;

    private final List<Field> fields;
    private final String[] ids;
    private final int[][] columns;
    private final Vocabulary[] vocabularies;
    private final int[][] counts;

    private RecordTable(List<Field> fields, String[] ids, int[][] columns, Vocabulary[] vocabularies) {
        this.fields = fields;
        this.ids = ids;
        this.columns = columns;
        this.vocabularies = vocabularies;
        this.counts = new int[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            counts[c] = new int[vocabularies[c].size()];
            for (int value : columns[c]) {
                counts[c][value]++;
            }
        }
    }

    /** Takes records one by one, in any order. */
    public static final class Builder {
        private final List<Field> fields;
        private final Map<FieldType, Vocabulary> byType = new EnumMap<>(FieldType.class);
        private final Vocabulary[] vocabularies;
        private final List<String> ids = new ArrayList<>();
        private int[][] columns;

        private Builder(List<Field> fields) {
            if (fields.isEmpty() || fields.size() > MAX_COLUMNS) {
                throw new IllegalArgumentException(
                        "from 1 to " + MAX_COLUMNS + " fields can be compared, not " + fields.size());
            }
            this.fields = List.copyOf(fields);
            this.vocabularies = this.fields.stream()
                    .map(field -> byType.computeIfAbsent(field.type(), Vocabulary::new))
                    .toArray(Vocabulary[]::new);
            this.columns = new int[fields.size()][1024];
        }

        /** Takes a record: its id, and its raw text for each field in order. */
        public Builder add(String id, List<String> values) {
            int record = ids.size();
            if (record == MAX_RECORDS) {
                throw new IllegalArgumentException("more than " + MAX_RECORDS + " records");
            }
            if (record == columns[0].length) {
                for (int c = 0; c < columns.length; c++) {
                    columns[c] = Arrays.copyOf(columns[c], record * 2);
                }
            }
            ids.add(id);
            for (int c = 0; c < columns.length; c++) {
                columns[c][record] = vocabularies[c].intern(values.get(c));
            }
            return this;
        }

        public int size() {
            return ids.size();
        }

        /** The table; throws {@link IllegalArgumentException} when two records have one id. */
        public RecordTable build() {
            int[] order = IntStream.range(0, ids.size())
                    .boxed()
                    .sorted(Comparator.comparing(ids::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            String[] sortedIds = new String[order.length];
            int[][] sorted = new int[columns.length][order.length];
            for (int r = 0; r < order.length; r++) {
                sortedIds[r] = ids.get(order[r]);
                if (r > 0 && sortedIds[r].equals(sortedIds[r - 1])) {
                    throw new IllegalArgumentException("two records have the id " + sortedIds[r]);
                }
                for (int c = 0; c < columns.length; c++) {
                    sorted[c][r] = columns[c][order[r]];
                }
            }
            return new RecordTable(fields, sortedIds, sorted, vocabularies);
        }
    }

    /** This table with further records after its own; throws {@link IllegalArgumentException} when an id is taken. */
    RecordTable extended(List<Increment.NewRecord> records) {
        String[] moreIds = Arrays.copyOf(ids, ids.length + records.size());
        int[][] moreColumns = new int[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            moreColumns[c] = Arrays.copyOf(columns[c], moreIds.length);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            String id = records.get(i).id();
            if (!seen.add(id) || Arrays.binarySearch(ids, id) >= 0) {
                throw new IllegalArgumentException("two records have the id " + id);
            }
            moreIds[ids.length + i] = id;
            for (int c = 0; c < columns.length; c++) {
                moreColumns[c][ids.length + i] =
                        vocabularies[c].intern(records.get(i).values().get(c));
            }
        }
        return new RecordTable(fields, moreIds, moreColumns, vocabularies);
    }

    public static Builder builder(List<Field> fields) {
        return new Builder(fields);
    }

    public int size() {
        return ids.length;
    }

    /** Pairs of different records. */
    public long pairs() {
        return (long) ids.length * (ids.length - 1) / 2;
    }

    public List<Field> fields() {
        return fields;
    }

    public String id(int record) {
        return ids[record];
    }

    /** Comparable form of a value; empty when it is missing. */
    public String value(int record, int column) {
        return vocabularies[column].value(columns[column][record]);
    }

    /** Records that have this record's value in the column, itself among them. */
    public int holders(int record, int column) {
        return counts[column][columns[column][record]];
    }

    /** Records without a value in the column. */
    public int missing(int column) {
        return counts[column][0];
    }

    int columnCount() {
        return columns.length;
    }

    int[] column(int column) {
        return columns[column];
    }

    Vocabulary vocabulary(int column) {
        return vocabularies[column];
    }

    int[] counts(int column) {
        return counts[column];
    }
}
