package suluh.core.identity.linkage;

import java.util.HashMap;
import java.util.Map;

/**
 * Pairwise quality of groups against the truth, and how far the probabilities of pairs can be taken at their word.
 *
 * @param truePairs pairs that the truth joins
 * @param foundPairs pairs that the groups join
 * @param rightPairs pairs that both join
 * @param reliability ten bins of the pairs' probabilities, lowest first
 */
public record PairMetrics(
        long truePairs, long foundPairs, long rightPairs, java.util.List<PairMetrics.Bin> reliability) {
    private static final int BINS = 10;

    /**
     * Pairs whose probability lies in one tenth.
     *
     * @param pairs how many
     * @param meanProbability what was said, on average
     * @param trueShare share of them that are true
     */
    public record Bin(long pairs, double meanProbability, double trueShare) {}

    public PairMetrics {
        reliability = java.util.List.copyOf(reliability);
    }

    /**
     * Compares.
     *
     * @param truth the truth's name of each record's group, in the order of the table
     */
    public static PairMetrics of(Linkage linkage, String[] truth) {
        Map<String, Long> byTruth = new HashMap<>();
        Map<Integer, Long> byGroup = new HashMap<>();
        Map<String, Long> byBoth = new HashMap<>();
        for (int record = 0; record < truth.length; record++) {
            int group = linkage.clusters().of(record);
            byTruth.merge(truth[record], 1L, Long::sum);
            byGroup.merge(group, 1L, Long::sum);
            byBoth.merge(group + "\n" + truth[record], 1L, Long::sum);
        }
        return new PairMetrics(pairs(byTruth), pairs(byGroup), pairs(byBoth), reliability(linkage.pairs(), truth));
    }

    private static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private static java.util.List<Bin> reliability(ScoredPairs pairs, String[] truth) {
        long[] counts = new long[BINS];
        double[] said = new double[BINS];
        long[] right = new long[BINS];
        for (int pair = 0; pair < pairs.size(); pair++) {
            double probability = pairs.probability(pair);
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            counts[bin]++;
            said[bin] += probability;
            right[bin] += truth[pairs.first(pair)].equals(truth[pairs.second(pair)]) ? 1 : 0;
        }
        java.util.List<Bin> bins = new java.util.ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double count = Math.max(1, counts[bin]);
            bins.add(new Bin(counts[bin], said[bin] / count, right[bin] / count));
        }
        return bins;
    }

    public double precision() {
        return foundPairs == 0 ? 1 : (double) rightPairs / foundPairs;
    }

    public double recall() {
        return truePairs == 0 ? 1 : (double) rightPairs / truePairs;
    }

    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** Expected calibration error: the mean distance between what was said and what is, by pairs (Naeini et al. 2015). */
    public double calibrationError() {
        long all = reliability.stream().mapToLong(Bin::pairs).sum();
        return reliability.stream()
                        .mapToDouble(bin -> bin.pairs() * Math.abs(bin.meanProbability() - bin.trueShare()))
                        .sum()
                / Math.max(1, all);
    }
}
