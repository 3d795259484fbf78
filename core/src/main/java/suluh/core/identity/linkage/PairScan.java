package suluh.core.identity.linkage;

import java.util.ArrayList;
import java.util.List;
import suluh.core.kernel.Workers;

/** Goes over the pairs that the blocks bring together: counts their patterns, then scores them. */
final class PairScan {
    private static final int RECORDS_PER_TASK = 20_000;
    /** Pairs that learning needs; beyond, a fixed share of them is counted. */
    private static final long ENOUGH_FOR_LEARNING = 3_000_000;

    private final RecordTable table;
    private final PairComparison comparison;
    private final Blocks blocks;
    private final Workers workers;
    private final List<Blocks.Range> ranges;

    PairScan(RecordTable table, PairComparison comparison, Blocks blocks, Workers workers) {
        this.table = table;
        this.comparison = comparison;
        this.blocks = blocks;
        this.workers = workers;
        this.ranges = blocks.ranges(RECORDS_PER_TASK);
    }

    /**
     * Patterns of the compared pairs.
     *
     * @param patterns how often each was seen
     * @param scale pairs that each counted one stands for
     * @param pairs pairs compared in all
     */
    record Patterns(PatternCounts patterns, double scale, long pairs) {}

    Patterns patterns() {
        long[] pairs = new long[ranges.size()];
        inParallel(i -> blocks.forEachPair(ranges.get(i), (a, b) -> pairs[i]++));
        long total = 0;
        for (long count : pairs) {
            total += count;
        }
        int mask = 0;
        while (total / (mask + 1) > ENOUGH_FOR_LEARNING) {
            mask = mask * 2 + 1;
        }
        int kept = mask;
        PatternCounts[] parts = new PatternCounts[ranges.size()];
        inParallel(i -> {
            parts[i] = new PatternCounts();
            blocks.forEachPair(ranges.get(i), (a, b) -> {
                if (kept == 0 || (Mixing.mix((long) a << 32 | b) & kept) == 0) {
                    parts[i].add(comparison.levels(a, b), 1);
                }
            });
        });
        PatternCounts all = new PatternCounts();
        for (PatternCounts part : parts) {
            all.addAll(part);
        }
        return new Patterns(all, kept + 1.0, total);
    }

    /** Pairs whose log-odds reach {@code least} bits. */
    ScoredPairs score(LinkageModel model, double least) {
        ScoredPairs[] parts = new ScoredPairs[ranges.size()];
        inParallel(i -> {
            parts[i] = new ScoredPairs();
            blocks.forEachPair(ranges.get(i), (a, b) -> {
                double bits = model.logOdds(table, comparison.levels(a, b), a);
                if (bits >= least) {
                    parts[i].add(a, b, bits);
                }
            });
        });
        return ScoredPairs.joined(List.of(parts));
    }

    private void inParallel(java.util.function.IntConsumer task) {
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            int place = i;
            tasks.add(() -> task.accept(place));
        }
        workers.run(tasks);
    }
}
