package suluh.core.identity.linkage;

import java.util.List;

/**
 * A table linked: parameters learnt, pairs scored, records grouped.
 *
 * <p>Time grows with records × {@value BlockPlan#PAIRS_PER_RECORD} comparisons; memory with 12 bytes for each record and
 * key beside the table. The result is a function of records and seed, not of their order or of the number of threads.
 */
public final class Linkage {
    /** Pairs below this probability, about 1 %, are not kept. */
    static final double LEAST_BITS = -6.6;

    private final RecordTable table;
    private final BlockHashes hashes;
    private final Blocks blocks;
    private final LinkageModel model;
    private final ScoredPairs pairs;
    private final Clusters clusters;
    private final long compared;
    private final double threshold;

    private Linkage(
            RecordTable table,
            BlockHashes hashes,
            Blocks blocks,
            LinkageModel model,
            ScoredPairs pairs,
            Clusters clusters,
            long compared,
            double threshold) {
        this.table = table;
        this.hashes = hashes;
        this.blocks = blocks;
        this.model = model;
        this.pairs = pairs;
        this.clusters = clusters;
        this.compared = compared;
        this.threshold = threshold;
    }

    /** Links the records of a table. */
    public static Linkage of(RecordTable table, LinkageSettings settings) {
        BlockHashes hashes = new BlockHashes(table);
        List<BlockKey> keys = BlockPlan.choose(table, hashes, settings.seed());
        Blocks blocks = Blocks.of(table, keys, hashes, settings.workers());
        PairComparison comparison = new PairComparison(table);
        PairScan scan = new PairScan(table, comparison, blocks, settings.workers());
        PairScan.Patterns seen = scan.patterns();
        double[][] random = RandomPairs.shares(table, comparison, settings.seed());
        LinkageModel model = new ModelLearning(table.fields(), random, seen.patterns(), seen.scale(), table.pairs())
                .learn(0.5 / Math.max(2, table.size()));
        ScoredPairs pairs = scan.score(model, LEAST_BITS);
        double bits = LinkageModel.bits(settings.threshold() / (1 - settings.threshold()));
        Clusters clusters =
                Clusters.of(table.size(), pairs, bits, (a, b) -> model.logOdds(table, comparison.levels(a, b), a));
        return new Linkage(table, hashes, blocks, model, pairs, clusters, seen.pairs(), bits);
    }

    public RecordTable table() {
        return table;
    }

    public LinkageModel model() {
        return model;
    }

    /** Pairs of about 1 % and more. */
    public ScoredPairs pairs() {
        return pairs;
    }

    public Clusters clusters() {
        return clusters;
    }

    /** Pairs that were compared. */
    public long compared() {
        return compared;
    }

    public List<BlockKey> keys() {
        return blocks.keys();
    }

    public long oversizedBlocks() {
        return blocks.oversizedBlocks();
    }

    public long pairsInOversized() {
        return blocks.pairsInOversized();
    }

    /** Log-odds in bits from which a pair is a link. */
    double threshold() {
        return threshold;
    }

    Blocks blocks() {
        return blocks;
    }

    BlockHashes hashes() {
        return hashes;
    }

    /**
     * Share of the true pairs that the blocking is estimated to have brought together.
     *
     * <p>Each key is taken as one attempt to catch a true pair; from the pairs caught by one key only and by two, Chao's
     * lower bound (1987, bias-corrected) gives the number caught by none.
     */
    public double blockingRecall() {
        double found = 0;
        double once = 0;
        double twice = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            double truth = pairs.probability(pair);
            int meetings = blocks.meetings(pairs.first(pair), pairs.second(pair));
            found += truth;
            once += meetings == 1 ? truth : 0;
            twice += meetings == 2 ? truth : 0;
        }
        double missed = Math.max(0, once * (once - 1) / (2 * (twice + 1)));
        return found == 0 ? 1 : found / (found + missed);
    }

    /**
     * For each record, the probability that it stands where it was put: that of its strongest link inside its group, or,
     * alone, that it has no link at all as far as the strongest tells.
     */
    public double[] probabilities() {
        float[] inside = new float[table.size()];
        float[] outside = new float[table.size()];
        java.util.Arrays.fill(inside, Float.NEGATIVE_INFINITY);
        java.util.Arrays.fill(outside, Float.NEGATIVE_INFINITY);
        for (int pair = 0; pair < pairs.size(); pair++) {
            int a = pairs.first(pair);
            int b = pairs.second(pair);
            float[] side = clusters.of(a) == clusters.of(b) ? inside : outside;
            float bits = (float) pairs.logOdds(pair);
            side[a] = Math.max(side[a], bits);
            side[b] = Math.max(side[b], bits);
        }
        double[] probabilities = new double[table.size()];
        for (int record = 0; record < probabilities.length; record++) {
            boolean alone = clusters.members(record).length == 1;
            probabilities[record] =
                    alone ? 1 - LinkageModel.probability(outside[record]) : LinkageModel.probability(inside[record]);
        }
        return probabilities;
    }
}
