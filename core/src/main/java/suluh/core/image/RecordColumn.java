package suluh.core.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing column of records of one width, each of some 64-bit words, in the order they were added.
 *
 * <p>Kept in blocks, so that ten million records grow without a copy of what is there. Not thread-safe.
 */
public final class RecordColumn {
    /** Records of one block: large enough to cost nothing, small enough that the last one wastes little. */
    private static final int BLOCK_RECORDS = 1 << 16;
    /** Words of all records must fit one array when the column is sorted. */
    private static final int MAX_WORDS = Integer.MAX_VALUE - 8;

    private final int words;
    private final List<long[]> blocks = new ArrayList<>();
    private int size;

    /** @param words 64-bit words of each record, from 1 to 4 */
    public RecordColumn(int words) {
        if (words < 1 || words > 4) {
            throw new IllegalArgumentException("expected 1 to 4 words, found " + words);
        }
        this.words = words;
    }

    /** A column for PDQ hashes. */
    public static RecordColumn ofHashes() {
        return new RecordColumn(PdqHash.BITS / Long.SIZE);
    }

    /** Adds a hash; gives its place, from 0. */
    public int add(PdqHash hash) {
        return add(hash.w0(), hash.w1(), hash.w2(), hash.w3());
    }

    /** Adds a record; words beyond the width are left out. Gives its place, from 0. */
    public int add(long w0, long w1, long w2, long w3) {
        if (size >= MAX_WORDS / words) {
            throw new IllegalStateException("a column holds at most " + MAX_WORDS / words + " records");
        }
        int at = (size % BLOCK_RECORDS) * words;
        if (at == 0) {
            blocks.add(new long[BLOCK_RECORDS * words]);
        }
        long[] block = blocks.getLast();
        block[at] = w0;
        if (words > 1) {
            block[at + 1] = w1;
        }
        if (words > 2) {
            block[at + 2] = w2;
        }
        if (words > 3) {
            block[at + 3] = w3;
        }
        return size++;
    }

    /** Number of records. */
    public int size() {
        return size;
    }

    int words() {
        return words;
    }

    /** All records in one array, freshly allocated. */
    long[] flat() {
        long[] flat = new long[size * words];
        int blockWords = BLOCK_RECORDS * words;
        for (int i = 0; i < blocks.size(); i++) {
            int from = i * blockWords;
            System.arraycopy(blocks.get(i), 0, flat, from, Math.min(blockWords, flat.length - from));
        }
        return flat;
    }
}
