package suluh.core.identity.linkage;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** How often each pattern of levels was seen: an open-addressed table from long to long. */
final class PatternCounts {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] patterns = new long[FIRST_CAPACITY];
    private long[] counts = new long[FIRST_CAPACITY];
    private int size;

    void add(long pattern, long times) {
        int place = place(pattern);
        if (counts[place] == 0) {
            patterns[place] = pattern;
            size++;
        }
        counts[place] += times;
        if (size * 2 > patterns.length) {
            grow();
        }
    }

    void addAll(PatternCounts others) {
        for (int i = 0; i < others.patterns.length; i++) {
            if (others.counts[i] > 0) {
                add(others.patterns[i], others.counts[i]);
            }
        }
    }

    /** Patterns seen, ascending; the sums over them do not depend on the order they came in. */
    long[] patterns() {
        long[] seen = new long[size];
        int at = 0;
        for (int i = 0; i < patterns.length; i++) {
            if (counts[i] > 0) {
                seen[at++] = patterns[i];
            }
        }
        Arrays.sort(seen);
        return seen;
    }

    LongUnaryOperator counter() {
        return pattern -> counts[place(pattern)];
    }

    private int place(long pattern) {
        int mask = patterns.length - 1;
        int place = (int) Mixing.mix(pattern) & mask;
        while (counts[place] != 0 && patterns[place] != pattern) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldPatterns = patterns;
        long[] oldCounts = counts;
        patterns = new long[oldPatterns.length * 2];
        counts = new long[oldPatterns.length * 2];
        size = 0;
        for (int i = 0; i < oldPatterns.length; i++) {
            if (oldCounts[i] > 0) {
                add(oldPatterns[i], oldCounts[i]);
            }
        }
    }
}
