package suluh.core.image;

import java.util.Arrays;

/**
 * Records of some 64-bit words in ascending unsigned order, each once, with the entries that carry it.
 *
 * <p>Sorted in place byte by byte from the first (American flag sort; McIlroy, Bostic, McIlroy 1993), which no order of
 * the input can slow down. Memory: the words once, and 4 bytes for each entry and each different record. Immutable and
 * thread-safe.
 */
final class SortedRecords {
    private static final int RADIX = 256;
    /** Below it insertion is faster than counting. */
    private static final int SMALL = 32;

    private final int words;
    private final long[] records;
    /** Entries in the order of their records. */
    private final int[] entries;
    /** {@code entries[starts[i]..starts[i+1])} carry record i. */
    private final int[] starts;

    private SortedRecords(int words, long[] records, int[] entries, int[] starts) {
        this.words = words;
        this.records = records;
        this.entries = entries;
        this.starts = starts;
    }

    static SortedRecords of(RecordColumn column) {
        long[] records = column.flat();
        int[] entries = new int[column.size()];
        Arrays.setAll(entries, i -> i);
        Sorting sorting = new Sorting(column.words(), records, entries);
        sorting.sort(0, entries.length, 0);
        int[] starts = sorting.compact();
        long[] kept = starts.length - 1 == entries.length
                ? records
                : Arrays.copyOf(records, (starts.length - 1) * column.words());
        return new SortedRecords(column.words(), kept, entries, starts);
    }

    /** Number of different records. */
    int size() {
        return starts.length - 1;
    }

    /** Number of entries. */
    int entries() {
        return entries.length;
    }

    long word(int record, int number) {
        return records[record * words + number];
    }

    /** Bits in which a record of four words differs from these. */
    int distance(int record, long w0, long w1, long w2, long w3) {
        int at = record << 2;
        return Long.bitCount(records[at] ^ w0)
                + Long.bitCount(records[at + 1] ^ w1)
                + Long.bitCount(records[at + 2] ^ w2)
                + Long.bitCount(records[at + 3] ^ w3);
    }

    /** Entries that carry the record. */
    int copies(int record) {
        return starts[record + 1] - starts[record];
    }

    /** The k-th of them, in the order they were added. */
    int entry(int record, int k) {
        return entries[starts[record] + k];
    }

    /** Place of the record, or -1; words beyond the width are left out. */
    int find(long... sought) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, sought);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int compare(int record, long[] sought) {
        for (int i = 0; i < words; i++) {
            int order = Long.compareUnsigned(records[record * words + i], sought[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The sort itself, over records and entries in step. */
    private static final class Sorting {
        private final int words;
        private final long[] records;
        private final int[] entries;

        Sorting(int words, long[] records, int[] entries) {
            this.words = words;
            this.records = records;
            this.entries = entries;
        }

        /** Sorts records {@code from..until} that agree in the bytes before {@code depth}; at most 32 deep. */
        void sort(int from, int until, int depth) {
            if (until - from <= SMALL || depth == words * Long.BYTES) {
                insert(from, until);
                return;
            }
            int[] ends = new int[RADIX];
            for (int i = from; i < until; i++) {
                ends[digit(i, depth)]++;
            }
            int[] next = new int[RADIX];
            int at = from;
            for (int d = 0; d < RADIX; d++) {
                next[d] = at;
                at += ends[d];
                ends[d] = at;
            }
            for (int d = 0; d < RADIX; d++) {
                while (next[d] < ends[d]) {
                    int home = digit(next[d], depth);
                    if (home == d) {
                        next[d]++;
                    } else {
                        swap(next[d], next[home]++);
                    }
                }
            }
            int start = from;
            for (int d = 0; d < RADIX; d++) {
                if (ends[d] - start > 1) {
                    sort(start, ends[d], depth + 1);
                }
                start = ends[d];
            }
        }

        private int digit(int record, int depth) {
            return (int) (records[record * words + (depth >> 3)] >>> (56 - ((depth & 7) << 3))) & 0xFF;
        }

        /** Equal records end in the order of their entries. */
        private void insert(int from, int until) {
            if (until - from > SMALL) {
                Arrays.sort(entries, from, until);
                return;
            }
            for (int i = from + 1; i < until; i++) {
                for (int k = i; k > from && isBefore(k, k - 1); k--) {
                    swap(k, k - 1);
                }
            }
        }

        private boolean isBefore(int a, int b) {
            for (int i = 0; i < words; i++) {
                int order = Long.compareUnsigned(records[a * words + i], records[b * words + i]);
                if (order != 0) {
                    return order < 0;
                }
            }
            return entries[a] < entries[b];
        }

        private void swap(int a, int b) {
            for (int i = 0; i < words; i++) {
                long kept = records[a * words + i];
                records[a * words + i] = records[b * words + i];
                records[b * words + i] = kept;
            }
            int entry = entries[a];
            entries[a] = entries[b];
            entries[b] = entry;
        }

        /** Moves each different record to the front once; gives where its entries start. */
        int[] compact() {
            int[] starts = new int[entries.length + 1];
            int kept = 0;
            for (int i = 0; i < entries.length; i++) {
                if (i == 0 || !isSame(i, kept - 1)) {
                    System.arraycopy(records, i * words, records, kept * words, words);
                    starts[kept] = i;
                    kept++;
                }
            }
            starts[kept] = entries.length;
            return Arrays.copyOf(starts, kept + 1);
        }

        private boolean isSame(int a, int b) {
            return Arrays.equals(records, a * words, (a + 1) * words, records, b * words, (b + 1) * words);
        }
    }
}
