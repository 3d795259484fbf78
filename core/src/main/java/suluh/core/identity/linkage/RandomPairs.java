package suluh.core.identity.linkage;

import java.util.SplittableRandom;

/** Shares of each level among pairs of records drawn at random: what chance alone brings about. */
final class RandomPairs {
    private static final int DRAWS = 500_000;

    private RandomPairs() {}

    /** {@code shares[c][level]}, level from 1: equality counted exactly, the rest drawn with this seed. */
    static double[][] shares(RecordTable table, PairComparison comparison, long seed) {
        PatternCounts drawn = new PatternCounts();
        if (table.pairs() <= DRAWS) {
            for (int a = 0; a < table.size(); a++) {
                for (int b = a + 1; b < table.size(); b++) {
                    drawn.add(comparison.levels(a, b), 1);
                }
            }
        } else {
            SplittableRandom random = new SplittableRandom(seed);
            for (int draw = 0; draw < DRAWS; draw++) {
                int a = random.nextInt(table.size());
                int b = random.nextInt(table.size() - 1);
                drawn.add(comparison.levels(a, b < a ? b : b + 1), 1);
            }
        }
        double[][] shares = new double[table.columnCount()][];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = shares(table, c, drawn);
        }
        return shares;
    }

    private static double[] shares(RecordTable table, int column, PatternCounts drawn) {
        int levels = table.fields().get(column).type().levels();
        double[] counts = new double[levels + 1];
        for (long pattern : drawn.patterns()) {
            counts[PairComparison.level(pattern, column)] += drawn.counter().applyAsLong(pattern);
        }
        double different = 0;
        for (int level = 2; level <= levels; level++) {
            counts[level] += 0.5;
            different += counts[level];
        }
        double equal = equalShare(table, column);
        for (int level = 2; level <= levels; level++) {
            counts[level] = (1 - equal) * counts[level] / different;
        }
        counts[1] = equal;
        return counts;
    }

    /** Probability that two different records with a value have the same one. */
    static double equalShare(RecordTable table, int column) {
        double withValue = (double) table.size() - table.missing(column);
        double agreeing = 0;
        int[] counts = table.counts(column);
        for (int value = 1; value < counts.length; value++) {
            agreeing += (double) counts[value] * (counts[value] - 1);
        }
        return withValue < 2 ? 0.5 : Math.max(agreeing, 1) / (withValue * (withValue - 1));
    }
}
