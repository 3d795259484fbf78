package suluh.core.identity.linkage;

import java.util.Arrays;
import java.util.List;

/** Pairs that may be true, with their log-odds in bits: three columns that grow. */
public final class ScoredPairs {
    private int[] first = new int[256];
    private int[] second = new int[256];
    private float[] logOdds = new float[256];
    private int size;

    /** Takes a pair, the smaller number first. */
    public void add(int a, int b, double bits) {
        if (size == first.length) {
            grow(size * 2);
        }
        first[size] = a;
        second[size] = b;
        logOdds[size++] = (float) bits;
    }

    private void grow(int capacity) {
        first = Arrays.copyOf(first, capacity);
        second = Arrays.copyOf(second, capacity);
        logOdds = Arrays.copyOf(logOdds, capacity);
    }

    /** All parts in their order. */
    static ScoredPairs joined(List<ScoredPairs> parts) {
        ScoredPairs all = new ScoredPairs();
        all.grow(Math.max(1, parts.stream().mapToInt(part -> part.size).sum()));
        for (ScoredPairs part : parts) {
            System.arraycopy(part.first, 0, all.first, all.size, part.size);
            System.arraycopy(part.second, 0, all.second, all.size, part.size);
            System.arraycopy(part.logOdds, 0, all.logOdds, all.size, part.size);
            all.size += part.size;
        }
        return all;
    }

    public int size() {
        return size;
    }

    /** The record of smaller number. */
    public int first(int pair) {
        return first[pair];
    }

    public int second(int pair) {
        return second[pair];
    }

    /** Log-odds in bits. */
    public double logOdds(int pair) {
        return logOdds[pair];
    }

    public double probability(int pair) {
        return LinkageModel.probability(logOdds[pair]);
    }

    /** Places of the pairs from the strongest down, equal ones by their records. */
    int[] strongestFirst() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int bits = Float.floatToIntBits(logOdds[i]);
            int ascending = bits ^ (bits >> 31 & 0x7FFFFFFF);
            keys[i] = (long) ~ascending << 32 | i;
        }
        Arrays.sort(keys);
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = (int) keys[i];
        }
        return places;
    }
}
