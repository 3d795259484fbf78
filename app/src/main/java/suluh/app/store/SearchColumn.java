package suluh.app.store;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The term of one field that each message of a case has, by the number of the message: what facets are counted from and
 * filters are held against. Two bytes a message; immutable and thread-safe.
 */
public final class SearchColumn {
    /** Different terms that a column can hold. */
    static final int MAX_TERMS = Character.MAX_VALUE;

    private final List<String> terms;
    /** For each number the place of its term in {@link #terms} and one; 0 when it has none. */
    private final char[] places;

    SearchColumn(List<String> terms, char[] places) {
        this.terms = List.copyOf(terms);
        this.places = places;
    }

    /** The highest number of a message. */
    public int last() {
        return places.length - 1;
    }

    /** The different terms. */
    public List<String> terms() {
        return terms;
    }

    /** How many of these numbers have each term, in the order of {@link #terms}; time grows with the numbers. */
    public int[] count(BitSet numbers) {
        int[] counts = new int[terms.size() + 1];
        for (int i = numbers.nextSetBit(1); i >= 0 && i < places.length; i = numbers.nextSetBit(i + 1)) {
            counts[places[i]]++;
        }
        return java.util.Arrays.copyOfRange(counts, 1, counts.length);
    }

    /** Takes away the numbers whose term is not wanted. */
    public void keep(BitSet numbers, Predicate<String> wanted) {
        boolean[] isWanted = new boolean[terms.size() + 1];
        for (int i = 0; i < terms.size(); i++) {
            isWanted[i + 1] = wanted.test(terms.get(i));
        }
        for (int i = numbers.nextSetBit(1); i >= 0; i = numbers.nextSetBit(i + 1)) {
            if (i >= places.length || !isWanted[places[i]]) {
                numbers.clear(i);
            }
        }
    }
}
