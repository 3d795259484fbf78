package suluh.core.identity.linkage;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.field.Field;
import suluh.core.identity.field.FieldType;

/**
 * Learns the parameters from the records themselves, without labels, by expectation–maximisation (Dempster, Laird and
 * Rubin 1977; Winkler 1988).
 *
 * <p>How often a level occurs among pairs drawn at random is known beforehand: exactly for equality, from the counts of
 * values, and from a sample for the rest. Few random pairs are true, so these shares are u but for a small part, which is
 * taken out in each round: u = (share − prior · m) / (1 − prior). The rounds run over the compared pairs, grouped by
 * pattern; pairs that met in no block are taken to be untrue, so that the prior is the expected number of true pairs
 * among all. Departure from the usual order of work (one run for each blocking rule, its columns left out): with a union
 * of many keys no column is fixed by the blocking.
 *
 * <p>A second run asks for a third class, begun with the supposedly true pairs that contradict themselves in two columns
 * or more. It is kept only when it agrees in some columns as true pairs do and in at least a quarter of them no more than
 * strangers; otherwise its pairs were true ones with errors, and the first run stands.
 *
 * <p>Cost: patterns × columns × rounds. The result is a function of the counts alone.
 */
final class ModelLearning {
    private static final int MAX_ROUNDS = 200;
    private static final double SETTLED = 1e-6;
    /** Weight of the starting values, in pairs: keeps a level that never occurs from being impossible. */
    private static final double START_WEIGHT = 2;

    private static final double LEAST_SHARE = 1e-7;
    /** A column in which a class agrees at most this much as often as true pairs do tells nothing for it. */
    private static final double AS_STRANGERS = 0.2;

    private final List<Field> fields;
    private final double[][] random;
    private final double[][] start;
    private final long[] patterns;
    private final double[] counts;
    private final double allPairs;

    /**
     * @param random shares of each level among pairs drawn at random
     * @param compared patterns of the compared pairs
     * @param scale pairs that each counted one stands for
     * @param allPairs pairs of the table, compared or not
     */
    ModelLearning(List<Field> fields, double[][] random, PatternCounts compared, double scale, long allPairs) {
        this.fields = fields;
        this.random = random;
        this.start = start(fields);
        this.patterns = compared.patterns();
        LongUnaryOperator counter = compared.counter();
        this.counts = new double[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            counts[i] = counter.applyAsLong(patterns[i]) * scale;
        }
        this.allPairs = Math.max(1, allPairs);
    }

    /** Shares to start from: those usual for the type, the rest halved from level to level. */
    private static double[][] start(List<Field> fields) {
        double[][] matching = new double[fields.size()][];
        for (int c = 0; c < matching.length; c++) {
            FieldType type = fields.get(c).type();
            matching[c] = new double[type.levels() + 1];
            double rest = 1 - type.equalAmongMatches();
            matching[c][1] = type.equalAmongMatches();
            for (int level = 2; level < type.levels(); level++) {
                matching[c][level] = rest * 0.5;
                rest *= 0.5;
            }
            matching[c][type.levels()] = rest;
        }
        return matching;
    }

    /** The model where the rounds settle. */
    LinkageModel learn(double firstPrior) {
        LinkageModel two = rounds(model(start, firstPrior, null, 0));
        LinkageModel three = rounds(parted(two));
        return hasRelations(three) ? three : two;
    }

    private LinkageModel rounds(LinkageModel first) {
        LinkageModel model = first;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Expectation expectation = new Expectation();
            for (int i = 0; i < patterns.length; i++) {
                double truth = LinkageModel.probability(model.logOdds(patterns[i]));
                expectation.add(patterns[i], counts[i], truth, (1 - truth) * model.relatedAmongOthers(patterns[i]));
            }
            LinkageModel next = expectation.maximised(model.hasRelatedClass());
            boolean settled = next.distance(model) < SETTLED;
            model = next;
            if (settled) {
                break;
            }
        }
        return model;
    }

    /** The classes when pairs that contradict themselves are taken out of the true ones. */
    private LinkageModel parted(LinkageModel two) {
        Expectation expectation = new Expectation();
        for (int i = 0; i < patterns.length; i++) {
            double truth = LinkageModel.probability(two.logOdds(patterns[i]));
            double related = contradictions(patterns[i]) >= 2 ? 0.9 : 0.05;
            expectation.add(patterns[i], counts[i], truth * (1 - related), truth * related);
        }
        return expectation.maximised(true);
    }

    private int contradictions(long pattern) {
        int contradictions = 0;
        for (int c = 0; c < fields.size(); c++) {
            contradictions +=
                    PairComparison.level(pattern, c) == fields.get(c).type().levels() ? 1 : 0;
        }
        return contradictions;
    }

    private boolean hasRelations(LinkageModel three) {
        int strange = 0;
        for (int c = 0; c < fields.size(); c++) {
            strange += three.relatedAgreement(c) <= AS_STRANGERS * three.agreement(c) ? 1 : 0;
        }
        return strange >= Math.max(1, (fields.size() + 3) / 4) && strange < fields.size();
    }

    private LinkageModel model(double[][] matching, double prior, double @Nullable [][] related, double relatedPrior) {
        double[][] others = new double[random.length][];
        for (int c = 0; c < others.length; c++) {
            others[c] = new double[random[c].length];
            for (int level = 1; level < others[c].length; level++) {
                double share = (random[c][level] - prior * matching[c][level]) / (1 - prior);
                others[c][level] = Math.max(Math.max(LEAST_SHARE, random[c][level] * 0.01), share);
            }
        }
        return new LinkageModel(
                fields,
                LevelShares.of(matching),
                LevelShares.of(others),
                prior,
                related == null ? null : LevelShares.of(related),
                relatedPrior);
    }

    /** Sums of one round. */
    private final class Expectation {
        private final double[][] matching = sums();
        private final double[][] related = sums();
        private double expectedMatching;
        private double expectedRelated;

        private double[][] sums() {
            double[][] sums = new double[start.length][];
            for (int c = 0; c < sums.length; c++) {
                sums[c] = new double[start[c].length];
            }
            return sums;
        }

        void add(long pattern, double count, double truth, double relation) {
            expectedMatching += count * truth;
            expectedRelated += count * relation;
            for (int c = 0; c < start.length; c++) {
                int level = PairComparison.level(pattern, c);
                matching[c][level] += count * truth;
                related[c][level] += count * relation;
            }
        }

        LinkageModel maximised(boolean withRelated) {
            double prior = share(expectedMatching);
            if (!withRelated) {
                return model(shares(matching, start), prior, null, 0);
            }
            return model(shares(matching, start), prior, shares(related, random), share(expectedRelated));
        }

        private double share(double expected) {
            return Math.clamp(expected / allPairs, 0.5 / Math.max(2, allPairs), 0.45);
        }

        private double[][] shares(double[][] sums, double[][] towards) {
            double[][] shares = new double[sums.length][];
            for (int c = 0; c < sums.length; c++) {
                shares[c] = new double[sums[c].length];
                double total = START_WEIGHT;
                for (int level = 1; level < sums[c].length; level++) {
                    total += sums[c][level];
                }
                for (int level = 1; level < sums[c].length; level++) {
                    shares[c][level] = (sums[c][level] + START_WEIGHT * towards[c][level]) / total;
                }
            }
            return shares;
        }
    }
}
