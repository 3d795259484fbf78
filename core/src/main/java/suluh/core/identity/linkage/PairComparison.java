package suluh.core.identity.linkage;

import java.util.ArrayList;
import java.util.List;
import suluh.core.identity.field.FieldType;

/**
 * Levels of agreement of two records, {@value #BITS} bits a column, the first column lowest.
 *
 * <p>Symmetric. Thread-safe; one comparison costs a few hundred nanoseconds for each column that is not equal.
 */
public final class PairComparison {
    static final int BITS = 4;
    private static final int MASK = (1 << BITS) - 1;

    private final int[][] columns;
    private final Vocabulary[] vocabularies;
    private final FieldType[] types;
    /** Columns whose values may stand in column c by mistake. */
    private final int[][] exchangeable;

    PairComparison(RecordTable table) {
        int count = table.columnCount();
        columns = new int[count][];
        vocabularies = new Vocabulary[count];
        types = new FieldType[count];
        exchangeable = new int[count][];
        for (int c = 0; c < count; c++) {
            columns[c] = table.column(c);
            vocabularies[c] = table.vocabulary(c);
            types[c] = table.fields().get(c).type();
        }
        for (int c = 0; c < count; c++) {
            List<Integer> others = new ArrayList<>();
            for (int other = 0; other < count; other++) {
                if (other != c && types[c] == types[other] && types[c].isExchangeable()) {
                    others.add(other);
                }
            }
            exchangeable[c] = others.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Levels of the pair. */
    long levels(int a, int b) {
        long levels = 0;
        for (int c = 0; c < columns.length; c++) {
            levels |= (long) level(c, a, b) << (BITS * c);
        }
        return levels;
    }

    /** Level of one column out of those of a pair. */
    static int level(long levels, int column) {
        return (int) (levels >>> (BITS * column)) & MASK;
    }

    private int level(int c, int a, int b) {
        int valueA = columns[c][a];
        int valueB = columns[c][b];
        if (valueA == 0 || valueB == 0) {
            return 0;
        }
        if (valueA == valueB) {
            return 1;
        }
        FieldType type = types[c];
        int level = type.level(vocabularies[c].value(valueA), vocabularies[c].value(valueB));
        return level == type.levels() && isExchanged(c, a, b) ? type.exchangedLevel() : level;
    }

    private boolean isExchanged(int c, int a, int b) {
        for (int other : exchangeable[c]) {
            if (columns[c][a] == columns[other][b] || columns[c][b] == columns[other][a]) {
                return true;
            }
        }
        return false;
    }
}
