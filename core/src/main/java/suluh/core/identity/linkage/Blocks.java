package suluh.core.identity.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import suluh.core.kernel.Workers;

/**
 * The blocks of a table under its keys: which pairs are compared.
 *
 * <p>A pair that meets under several keys belongs to the first of them, so that no set of pairs is kept. A block of more
 * than {@value #MAX_BLOCK} records compares nothing and is counted: what so many share tells nobody apart. Memory: 12
 * bytes for each record and key.
 */
final class Blocks {
    static final int MAX_BLOCK = 500;

    /** Takes a pair, the smaller number first. */
    interface PairSink {
        void accept(int a, int b);
    }

    /** A run of places in one key's order that ends between blocks. */
    record Range(int key, int from, int to) {}

    private final List<BlockKey> keys;
    private final int recordCount;
    /** {@code hashes[k][r]}: block of record r under key k, 0 for none. */
    private final int[][] hashes;
    /** {@code order[k]}: block in the upper half, record in the lower, ascending. */
    private final long[][] order;

    private long oversizedBlocks;
    private long pairsInOversized;

    private Blocks(List<BlockKey> keys, int recordCount) {
        this.keys = keys;
        this.recordCount = recordCount;
        this.hashes = new int[keys.size()][];
        this.order = new long[keys.size()][];
    }

    static Blocks of(RecordTable table, List<BlockKey> keys, BlockHashes parts, Workers workers) {
        Blocks blocks = new Blocks(List.copyOf(keys), table.size());
        int[] all = IntStream.range(0, table.size()).toArray();
        for (BlockKey key : keys) {
            key.parts().forEach(part -> parts.of(part.column(), part.form()));
        }
        workers.run(IntStream.range(0, keys.size())
                .mapToObj(k -> (Runnable) () -> blocks.sort(k, parts.hashes(keys.get(k), all)))
                .toList());
        for (int k = 0; k < keys.size(); k++) {
            blocks.dropOversized(k);
        }
        return blocks;
    }

    private void sort(int k, int[] ofRecord) {
        long[] sorted = new long[ofRecord.length];
        int size = 0;
        for (int record = 0; record < ofRecord.length; record++) {
            if (ofRecord[record] != 0) {
                sorted[size++] = (long) ofRecord[record] << 32 | record;
            }
        }
        sorted = Arrays.copyOf(sorted, size);
        Arrays.sort(sorted);
        hashes[k] = ofRecord;
        order[k] = sorted;
    }

    private void dropOversized(int k) {
        long[] sorted = order[k];
        int kept = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] >> 32 != sorted[start] >> 32) {
                long size = (long) i - start;
                if (size > MAX_BLOCK) {
                    oversizedBlocks++;
                    pairsInOversized += size * (size - 1) / 2;
                    for (int place = start; place < i; place++) {
                        hashes[k][(int) sorted[place]] = 0;
                    }
                } else {
                    System.arraycopy(sorted, start, sorted, kept, (int) size);
                    kept += (int) size;
                }
                start = i;
            }
        }
        order[k] = Arrays.copyOf(sorted, kept);
    }

    List<BlockKey> keys() {
        return keys;
    }

    long oversizedBlocks() {
        return oversizedBlocks;
    }

    /** Pairs that met only in blocks too large to compare, counted under each key. */
    long pairsInOversized() {
        return pairsInOversized;
    }

    /** Ranges that together hold every pair once, each of about this many records. */
    List<Range> ranges(int records) {
        List<Range> ranges = new ArrayList<>();
        for (int k = 0; k < keys.size(); k++) {
            int from = 0;
            while (from < order[k].length) {
                int to = Math.min(order[k].length, from + records);
                while (to < order[k].length && order[k][to] >> 32 == order[k][to - 1] >> 32) {
                    to++;
                }
                ranges.add(new Range(k, from, to));
                from = to;
            }
        }
        return ranges;
    }

    /** Gives each pair that belongs to this range. */
    void forEachPair(Range range, PairSink sink) {
        long[] sorted = order[range.key()];
        int start = range.from();
        for (int i = range.from() + 1; i <= range.to(); i++) {
            if (i == range.to() || sorted[i] >> 32 != sorted[start] >> 32) {
                for (int x = start; x < i; x++) {
                    for (int y = x + 1; y < i; y++) {
                        int a = (int) sorted[x];
                        int b = (int) sorted[y];
                        if (!meetBefore(range.key(), a, b)) {
                            sink.accept(a, b);
                        }
                    }
                }
                start = i;
            }
        }
    }

    private boolean meetBefore(int key, int a, int b) {
        for (int k = 0; k < key; k++) {
            if (hashes[k][a] != 0 && hashes[k][a] == hashes[k][b]) {
                return true;
            }
        }
        return false;
    }

    /** Number of keys under which the two meet. */
    int meetings(int a, int b) {
        int meetings = 0;
        for (int[] ofRecord : hashes) {
            if (ofRecord[a] != 0 && ofRecord[a] == ofRecord[b]) {
                meetings++;
            }
        }
        return meetings;
    }

    /** Records in the block of this hash under a key, none when it is too large or unknown. */
    int[] block(int key, int hash) {
        long[] sorted = order[key];
        int from = Arrays.binarySearch(sorted, (long) hash << 32);
        from = from < 0 ? -from - 1 : from;
        int to = from;
        while (to < sorted.length && (int) (sorted[to] >> 32) == hash) {
            to++;
        }
        int[] members = new int[to - from];
        for (int i = from; i < to; i++) {
            members[i - from] = (int) sorted[i];
        }
        return members;
    }

    int recordCount() {
        return recordCount;
    }
}
