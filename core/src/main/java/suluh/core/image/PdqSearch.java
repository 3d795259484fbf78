package suluh.core.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One search: gathers candidates and compares them in batches, so that their cache misses overlap.
 *
 * <p>Not thread-safe; serves one question.
 */
final class PdqSearch {
    /** Candidates compared at once: enough to overlap misses, few enough to stay in the first cache. */
    private static final int BATCH = 2_048;
    /** Records that {@link #gather} copies without asking how many there are. */
    private static final int BLIND = 4;

    private final SortedRecords records;
    private final PdqHash hash;
    private final int distance;
    private final int[] candidates = new int[BATCH + BLIND];
    private int waiting;
    private long compared;
    private int[] found = new int[16];
    private int foundCount;

    PdqSearch(SortedRecords records, PdqHash hash, int distance) {
        this.records = records;
        this.hash = hash;
        this.distance = distance;
    }

    /**
     * Takes the records {@code places[from..until)} as candidates; {@code places} reaches {@value #BLIND} further.
     *
     * <p>Most keys have none to four records. Copying four always and counting on keeps the loop free of branches that
     * nobody can predict.
     */
    void gather(int[] places, int from, int until) {
        int count = until - from;
        if (count <= BLIND) {
            candidates[waiting] = places[from];
            candidates[waiting + 1] = places[from + 1];
            candidates[waiting + 2] = places[from + 2];
            candidates[waiting + 3] = places[from + 3];
            waiting += count;
            if (waiting > BATCH - BLIND) {
                compareWaiting();
            }
            return;
        }
        compareWaiting();
        for (int at = from; at < until; at += BATCH) {
            waiting = Math.min(BATCH, until - at);
            System.arraycopy(places, at, candidates, 0, waiting);
            compareWaiting();
        }
    }

    /** Compares what was gathered. */
    void compareWaiting() {
        long w0 = hash.w0();
        long w1 = hash.w1();
        long w2 = hash.w2();
        long w3 = hash.w3();
        for (int i = 0; i < waiting; i++) {
            int record = candidates[i];
            if (records.distance(record, w0, w1, w2, w3) <= distance) {
                keep(record);
            }
        }
        compared += waiting;
        waiting = 0;
    }

    /** True when comparing all records would have been less work. */
    boolean isWorseThanSweep() {
        return compared > records.size();
    }

    /** Compares every record; what was found before is found again. */
    void sweep() {
        foundCount = 0;
        waiting = 0;
        for (int record = 0; record < records.size(); record++) {
            if (records.distance(record, hash.w0(), hash.w1(), hash.w2(), hash.w3()) <= distance) {
                keep(record);
            }
        }
    }

    /** What was found, each record once. */
    List<Neighbour> found() {
        compareWaiting();
        int[] sorted = Arrays.copyOf(found, foundCount);
        Arrays.sort(sorted);
        List<Neighbour> neighbours = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                neighbours.add(neighbour(sorted[i]));
            }
        }
        return neighbours;
    }

    private Neighbour neighbour(int record) {
        PdqHash near = new PdqHash(
                records.word(record, 0), records.word(record, 1), records.word(record, 2), records.word(record, 3));
        return new Neighbour(near, near.distance(hash), record, records.copies(record));
    }

    private void keep(int record) {
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, foundCount * 2);
        }
        found[foundCount] = record;
        foundCount++;
    }
}
