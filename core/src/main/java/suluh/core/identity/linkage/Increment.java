package suluh.core.identity.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * New records held against a table that was linked before, by the parameters that it taught.
 *
 * <p>Only the new ones are compared, with whom they meet in the blocks and with each other; so the cost is that of their
 * own blocks, beside one copy of the columns. The parameters are not learnt anew: when the new ones are many beside the
 * old, link the whole again. Not thread-safe: the vocabularies of the table grow.
 */
public final class Increment {
    /**
     * A record to place.
     *
     * @param values raw texts, one for each field of the table
     */
    public record NewRecord(String id, List<String> values) {
        public NewRecord {
            values = List.copyOf(values);
        }
    }

    private final RecordTable table;
    private final Clusters clusters;
    private final ScoredPairs pairs;
    private final int before;

    private Increment(RecordTable table, Clusters clusters, ScoredPairs pairs, int before) {
        this.table = table;
        this.clusters = clusters;
        this.pairs = pairs;
        this.before = before;
    }

    /** Places the records; throws {@link IllegalArgumentException} when one has an id of the table. */
    public static Increment of(Linkage linked, List<NewRecord> records) {
        RecordTable table = linked.table().extended(records);
        BlockHashes hashes = linked.hashes().extended(table);
        PairComparison comparison = new PairComparison(table);
        int before = linked.table().size();
        int[] fresh = java.util.stream.IntStream.range(before, table.size()).toArray();
        List<SortedSet<Integer>> met = meetings(linked.blocks(), hashes, fresh);
        ScoredPairs pairs = new ScoredPairs();
        for (int i = 0; i < fresh.length; i++) {
            for (int other : met.get(i)) {
                double bits = linked.model().logOdds(table, comparison.levels(other, fresh[i]), other);
                if (bits >= Linkage.LEAST_BITS) {
                    pairs.add(other, fresh[i], bits);
                }
            }
        }
        Clusters clusters = linked.clusters()
                .extended(
                        table.size(),
                        pairs,
                        linked.threshold(),
                        (a, b) -> linked.model().logOdds(table, comparison.levels(a, b), a));
        return new Increment(table, clusters, pairs, before);
    }

    /** Whom each new record meets: records of the table, and new ones that stand before it. */
    private static List<SortedSet<Integer>> meetings(Blocks blocks, BlockHashes hashes, int[] fresh) {
        List<SortedSet<Integer>> met = new ArrayList<>();
        for (int i = 0; i < fresh.length; i++) {
            met.add(new TreeSet<>());
        }
        for (int k = 0; k < blocks.keys().size(); k++) {
            int[] ofRecord = hashes.hashes(blocks.keys().get(k), fresh);
            Map<Integer, List<Integer>> among = new HashMap<>();
            for (int i = 0; i < fresh.length; i++) {
                if (ofRecord[i] == 0) {
                    continue;
                }
                for (int other : blocks.block(k, ofRecord[i])) {
                    met.get(i).add(other);
                }
                List<Integer> earlier = among.computeIfAbsent(ofRecord[i], ignored -> new ArrayList<>());
                if (earlier.size() < Blocks.MAX_BLOCK) {
                    met.get(i).addAll(earlier);
                    earlier.add(fresh[i]);
                }
            }
        }
        return met;
    }

    /** The table with the new records after the old ones, in the order in which they were given. */
    public RecordTable table() {
        return table;
    }

    /** The groups with the new records in them. */
    public Clusters clusters() {
        return clusters;
    }

    /** Scored pairs with a new record in each. */
    public ScoredPairs pairs() {
        return pairs;
    }

    /** Number of the first new record. */
    public int firstNew() {
        return before;
    }
}
