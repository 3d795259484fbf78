package suluh.core.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds every hash within {@value #MAX_DISTANCE} bits of another, exactly, among very many.
 *
 * <p>Multi-index hashing: the 256 bits are dealt out to m chunks, and each hash stands in one table for each chunk. If
 * two hashes differ in at most r bits, then in at least one of the first {@code r mod m + 1} chunks they differ in at
 * most {@code r / m} bits, or in one of the others in at most {@code r / m - 1}; so it is enough to look at the keys
 * that near, and to compare what stands under them in full. With m = 11 that is 2,794 keys for 31 bits.
 *
 * <p>Equal hashes stand in the index once, so that a million copies cost what one does. Whenever a search has compared
 * more candidates than there are hashes (a list made to defeat the chunks can bring that about) it compares them all in
 * one sweep instead: a search never costs more than twice a linear scan. Neighbouring bits of a hash belong to
 * neighbouring frequencies and go together, so the bits are dealt out in turn.
 *
 * <p>Memory: 32 bytes for each different hash, 4 for each chunk of it, 4 for each entry, and the tables' heads of 4
 * bytes for each key; about 1.3 GB for ten million. Immutable and thread-safe: to change a list, build an index and
 * replace the whole.
 *
 * <p>Source: M. Norouzi, A. Punjani, D. Fleet, "Fast search in Hamming space with multi-index hashing" (CVPR 2012).
 * Departures: repeated candidates are compared again, which is cheaper than remembering them; bits are dealt out in
 * turn rather than learnt; the sweep.
 */
public final class PdqIndex {
    /** Farthest distance that can be asked for: the threshold that hashing.pdf recommends for matching. */
    public static final int MAX_DISTANCE = 31;

    private final SortedRecords records;
    private final List<ChunkTable> tables;

    private PdqIndex(SortedRecords records, List<ChunkTable> tables) {
        this.records = records;
        this.tables = tables;
    }

    /** An index of the hashes of this column, entry i being the i-th that was added. */
    public static PdqIndex of(RecordColumn hashes) {
        SortedRecords records = SortedRecords.of(hashes);
        return of(records, ChunkTable.chunksFor(records.size()));
    }

    /** The same in so many chunks; 0 for a sweep at each search. */
    static PdqIndex of(SortedRecords records, int chunks) {
        List<ChunkTable> tables = new ArrayList<>();
        for (int chunk = 0; chunk < chunks; chunk++) {
            tables.add(ChunkTable.of(records, chunk, chunks));
        }
        return new PdqIndex(records, List.copyOf(tables));
    }

    /** Number of entries. */
    public int size() {
        return records.entries();
    }

    /** Number of different hashes. */
    public int differentHashes() {
        return records.size();
    }

    /** The k-th entry, from 0, that carries the hash of this record. */
    public int entry(int record, int k) {
        return records.entry(record, k);
    }

    /**
     * Every hash within this distance, nearest first, each once.
     *
     * @param distance from 0 to {@link #MAX_DISTANCE}
     */
    public List<Neighbour> near(PdqHash hash, int distance) {
        if (distance < 0 || distance > MAX_DISTANCE) {
            throw new IllegalArgumentException("expected a distance of 0 to " + MAX_DISTANCE + ", found " + distance);
        }
        PdqSearch search = new PdqSearch(records, hash, distance);
        if (tables.isEmpty()) {
            search.sweep();
        } else {
            probe(search, hash, distance);
        }
        List<Neighbour> found = new ArrayList<>(search.found());
        found.sort(Comparator.comparingInt(Neighbour::distance).thenComparingInt(Neighbour::record));
        return found;
    }

    private void probe(PdqSearch search, PdqHash hash, int distance) {
        int radius = distance / tables.size();
        int wider = distance % tables.size() + 1;
        for (int chunk = 0; chunk < tables.size(); chunk++) {
            int within = chunk < wider ? radius : radius - 1;
            if (within >= 0) {
                tables.get(chunk).probe(hash, within, search);
            }
            if (search.isWorseThanSweep()) {
                search.sweep();
                return;
            }
        }
    }
}
