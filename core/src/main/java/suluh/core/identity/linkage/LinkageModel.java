package suluh.core.identity.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.field.Field;

/**
 * Parameters of Fellegi and Sunter 1969: how often each level occurs among true pairs (m) and among others (u), and how
 * many of all pairs are true (prior).
 *
 * <p>The weight of a level is log2(m / u), in bits; missing values weigh nothing; within a class of pairs columns are
 * taken as independent. The log-odds of a pair is log2(prior / (1 − prior)) plus its weights. Equality on a value v with a
 * share t(v) of the records weighs log2(m / t(v)) instead (Winkler 2000), where t(v) = max(1, holders − 1) / records with
 * a value: the share of <em>other</em> records that agree by chance.
 *
 * <p>Where the records hold many pairs that are related and still not one (namesakes whose mail addresses follow their
 * names, members of one household), these are a third class with shares of their own (Winkler 1993): the odds are then
 * true : (related + chance).
 */
public final class LinkageModel {
    private static final double LOG_2 = Math.log(2);

    private final List<Field> fields;
    private final LevelShares matching;
    private final LevelShares other;
    private final @Nullable LevelShares related;
    private final double prior;
    private final double relatedPrior;
    private final double[][] weights;
    private final double[][] relatedWeights;
    private final double priorBits;
    private final double relatedBits;

    /**
     * @param prior share of true pairs among all pairs, between 0 and 1
     * @param related shares of the third class, or null when there is none
     * @param relatedPrior its share among all pairs, 0 when there is none
     */
    LinkageModel(
            List<Field> fields,
            LevelShares matching,
            LevelShares other,
            double prior,
            @Nullable LevelShares related,
            double relatedPrior) {
        this.fields = List.copyOf(fields);
        this.matching = matching;
        this.other = other;
        this.related = related;
        this.prior = prior;
        this.relatedPrior = relatedPrior;
        this.priorBits = bits(prior / (1 - prior - relatedPrior));
        this.relatedBits = related == null ? Double.NEGATIVE_INFINITY : bits(relatedPrior / (1 - prior - relatedPrior));
        this.weights = weights(matching, other);
        this.relatedWeights = related == null ? weights : weights(related, other);
    }

    private static double[][] weights(LevelShares some, LevelShares other) {
        double[][] weights = new double[some.columns()][];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = new double[some.levels(c) + 1];
            for (int level = 1; level < weights[c].length; level++) {
                weights[c][level] = bits(some.share(c, level) / other.share(c, level));
            }
        }
        return weights;
    }

    static double bits(double odds) {
        return Math.log(odds) / LOG_2;
    }

    /** Probability of these log-odds in bits. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds * LOG_2));
    }

    public List<Field> fields() {
        return fields;
    }

    public double prior() {
        return prior;
    }

    /** Share of this level among true pairs. */
    public double matching(int column, int level) {
        return matching.share(column, level);
    }

    /** Share of this level among pairs of chance. */
    public double other(int column, int level) {
        return other.share(column, level);
    }

    /** Whether related pairs that are not one were found to be a class of their own. */
    public boolean hasRelatedClass() {
        return related != null;
    }

    /** Share of related pairs that are not one among all pairs; 0 without such a class. */
    public double relatedPrior() {
        return relatedPrior;
    }

    /** Weight of a level in bits, without term frequency. */
    public double weight(int column, int level) {
        return weights[column][level];
    }

    /** Log-odds of a pattern of levels in bits, without term frequency. */
    double logOdds(long levels) {
        double sum = priorBits;
        double relatedSum = relatedBits;
        for (int c = 0; c < weights.length; c++) {
            int level = PairComparison.level(levels, c);
            sum += weights[c][level];
            relatedSum += relatedWeights[c][level];
        }
        return related == null || relatedSum < -20 ? sum : sum - bits(1 + Math.exp(relatedSum * LOG_2));
    }

    /** Probability that a pair which is not true is a related one and not one of chance. */
    double relatedAmongOthers(long levels) {
        if (related == null) {
            return 0;
        }
        double relatedSum = relatedBits;
        for (int c = 0; c < weights.length; c++) {
            relatedSum += relatedWeights[c][PairComparison.level(levels, c)];
        }
        return probability(relatedSum);
    }

    /** Share of the true pairs that do not differ in this column. */
    double agreement(int column) {
        return matching.agreement(column);
    }

    /** Share of the related pairs that do not differ in this column; 0 without such a class. */
    double relatedAgreement(int column) {
        return related == null ? 0 : related.agreement(column);
    }

    /** Largest difference of any share of true pairs between the two models. */
    double distance(LinkageModel that) {
        return matching.distance(that.matching);
    }

    /** What agreement on this very value adds to the weight of equality, in bits. */
    double rarity(RecordTable table, int record, int column) {
        double withValue = (double) table.size() - table.missing(column);
        double share = Math.max(1, table.holders(record, column) - 1) / withValue;
        return bits(other.share(column, 1) / share);
    }

    /** Log-odds of two records of a table, in bits. */
    double logOdds(RecordTable table, long levels, int record) {
        double sum = logOdds(levels);
        for (int c = 0; c < weights.length; c++) {
            if (PairComparison.level(levels, c) == 1 && fields.get(c).termFrequency()) {
                sum += rarity(table, record, c);
            }
        }
        return sum;
    }
}
