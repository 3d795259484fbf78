package suluh.core.image;

/**
 * One table of the index: which records have which key in one chunk of their bits.
 *
 * <p>{@code places[heads[key]..heads[key + 1])} are the records with that key. Immutable and thread-safe.
 */
final class ChunkTable {
    /** Up to here a sweep over all records takes less than filling tables is worth (0.1 ms). */
    private static final int SWEPT = 8_192;
    /** Up to here sixteen keys of 16 bits, above it eleven of 23 or 24: about one record for each key. */
    private static final int FEW = 1 << 20;

    private static final int CHUNKS_OF_FEW = 16;
    private static final int CHUNKS_OF_MANY = 11;
    /** What {@link PdqSearch#gather} may read beyond the last record. */
    private static final int SPARE = 4;

    private final long mask0;
    private final long mask1;
    private final long mask2;
    private final long mask3;
    private final int bits;
    private final int[] heads;
    private final int[] places;

    private ChunkTable(int chunk, int chunks, int records) {
        // The bits left over when 256 are dealt out go to the last chunks, whose radius is never the wider one.
        int turn = chunks - 1 - chunk;
        this.mask0 = mask(turn, chunks, 0);
        this.mask1 = mask(turn, chunks, 1);
        this.mask2 = mask(turn, chunks, 2);
        this.mask3 = mask(turn, chunks, 3);
        this.bits = Long.bitCount(mask0) + Long.bitCount(mask1) + Long.bitCount(mask2) + Long.bitCount(mask3);
        this.heads = new int[(1 << bits) + 1];
        this.places = new int[records + SPARE];
    }

    /** Number of chunks that serve this many records; none when a sweep does. */
    static int chunksFor(int records) {
        if (records <= SWEPT) {
            return 0;
        }
        return records <= FEW ? CHUNKS_OF_FEW : CHUNKS_OF_MANY;
    }

    /** The table of this chunk of so many. */
    static ChunkTable of(SortedRecords records, int chunk, int chunks) {
        ChunkTable table = new ChunkTable(chunk, chunks, records.size());
        int[] heads = table.heads;
        for (int record = 0; record < records.size(); record++) {
            heads[table.key(records, record) + 1]++;
        }
        for (int key = 1; key < heads.length; key++) {
            heads[key] += heads[key - 1];
        }
        // Filled from the back, each head ends where its key's records start.
        for (int record = records.size() - 1; record >= 0; record--) {
            int key = table.key(records, record);
            heads[key + 1]--;
            table.places[heads[key + 1]] = record;
        }
        for (int key = 0; key + 1 < heads.length; key++) {
            heads[key] = heads[key + 1];
        }
        heads[heads.length - 1] = records.size();
        return table;
    }

    private static long mask(int turn, int chunks, int word) {
        long mask = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if ((word * Long.SIZE + bit) % chunks == turn) {
                mask |= 1L << bit;
            }
        }
        return mask;
    }

    private int key(SortedRecords records, int record) {
        return key(records.word(record, 0), records.word(record, 1), records.word(record, 2), records.word(record, 3));
    }

    /** The chunk's bits of these words, side by side. */
    private int key(long w0, long w1, long w2, long w3) {
        long key = Long.compress(w0, mask0);
        key = (key << Long.bitCount(mask1)) | Long.compress(w1, mask1);
        key = (key << Long.bitCount(mask2)) | Long.compress(w2, mask2);
        key = (key << Long.bitCount(mask3)) | Long.compress(w3, mask3);
        return (int) key;
    }

    /** Hands the search every record whose key differs from the hash's in at most {@code radius} bits, 0 to 2. */
    void probe(PdqHash hash, int radius, PdqSearch search) {
        int key = key(hash.w0(), hash.w1(), hash.w2(), hash.w3());
        gather(key, search);
        if (radius == 0) {
            return;
        }
        for (int a = 0; a < bits; a++) {
            int near = key ^ (1 << a);
            gather(near, search);
            for (int b = 0; radius > 1 && b < a; b++) {
                gather(near ^ (1 << b), search);
            }
        }
        search.compareWaiting();
    }

    private void gather(int key, PdqSearch search) {
        search.gather(places, heads[key], heads[key + 1]);
    }
}
