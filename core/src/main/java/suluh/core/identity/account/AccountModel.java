package suluh.core.identity.account;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import suluh.core.identity.AccountField;
import suluh.core.identity.AccountField.Level;

/**
 * Fellegi and Sunter's model for accounts: the log-odds that two are one is a prior plus a weight for each agreement.
 *
 * <p>A weight is log2(m / u) bits. m, the share of a level among pairs that are one, is learnt ({@link AccountLearning}).
 * u, its share among others, is for a level that rests on one value {@code strangers × max(1, holders − 1) / accounts}
 * (term frequency, after Winkler 2000: the more accounts have the value, the less it says), else the share set for the
 * level. The prior is {@code density / accounts}, density being the accounts of the same person that an account has
 * besides itself.
 *
 * <p>So agreement on one value weighs, with the prior, log2(density × m / strangers) whatever the size of the case. Two
 * departures from the usual model: accounts without a value count among the others that do not share it, since a value is
 * missing where nobody handed in the export and not by chance; and how many strangers share a value starts from an
 * assumption, since a case with thirty telephone numbers cannot teach it alone.
 */
final class AccountModel {
    static final double FIRST_DENSITY = 0.1;
    private static final double LOG_2 = Math.log(2);
    private static final double MOST_CHANCE = 0.5;
    /** A case of one service only teaches nothing about who holds accounts of two. */
    private static final double LEAST_SAME_SERVICE = 0.3;

    private static final double MOST_SAME_SERVICE = 0.7;
    /** A value shared by many may weigh against a tie, but only so much: a crowd is no proof of difference. */
    private static final double LEAST_VALUE_BITS = -2;

    private final Population population;
    private final Map<AccountField, double[]> matching;
    private final Map<AccountField, double[]> strangers;
    private final double density;

    /**
     * @param matching share of each level among pairs that are one, by level
     * @param strangers expected strangers with the same value, by level; NaN where a level rests on none
     * @param density accounts of the same person that an account has besides itself
     */
    AccountModel(
            Population population,
            Map<AccountField, double[]> matching,
            Map<AccountField, double[]> strangers,
            double density) {
        this.population = population;
        this.matching = new EnumMap<>(matching);
        this.strangers = new EnumMap<>(strangers);
        this.density = density;
    }

    /** The model before a case has taught anything. */
    static AccountModel first(Population population) {
        return new AccountModel(population, table(Level::matching), table(Level::strangers), FIRST_DENSITY);
    }

    /** A figure of each level by field, level from 1. */
    static Map<AccountField, double[]> table(ToDoubleFunction<Level> figure) {
        Map<AccountField, double[]> table = new EnumMap<>(AccountField.class);
        for (AccountField field : AccountField.values()) {
            double[] figures = new double[field.levelCount() + 1];
            for (int level = 1; level < figures.length; level++) {
                figures[level] = figure.applyAsDouble(field.level(level));
            }
            table.put(field, figures);
        }
        return table;
    }

    static double bits(double odds) {
        return Math.log(odds) / LOG_2;
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds * LOG_2));
    }

    /** Log-odds of a pair before anything is compared. */
    double priorBits() {
        double share = Math.min(0.4, density / Math.max(2, population.size()));
        return bits(share / (1 - share));
    }

    double density() {
        return density;
    }

    /** Share of a level among pairs that are one. */
    double matching(AccountField field, int level) {
        return of(matching, field)[level];
    }

    /** Strangers that an account is expected to share a value with, so that the level is reached. */
    double strangers(AccountField field, int level) {
        return of(strangers, field)[level];
    }

    private static double[] of(Map<AccountField, double[]> table, AccountField field) {
        double[] figures = table.get(field);
        if (figures == null) {
            throw new IllegalStateException("no figures of " + field.wire());
        }
        return figures;
    }

    /** Share of the agreement among pairs that are not one. */
    double chance(Agreement agreement) {
        AccountField field = agreement.field();
        Level level = field.level(agreement.level());
        if (field == AccountField.SERVICE) {
            double same = Math.clamp(population.sameServiceShare(), LEAST_SAME_SERVICE, MOST_SAME_SERVICE);
            return agreement.level() == 2 ? same : 1 - same;
        }
        if (!level.restsOnValue()) {
            return level.chance();
        }
        double others = Math.max(1, agreement.holders() - 1);
        double expected = strangers(field, agreement.level());
        return Math.min(MOST_CHANCE, expected * others / Math.max(2, population.size()));
    }

    /** Weight of an agreement in bits. */
    double weight(Agreement agreement) {
        Level level = agreement.field().level(agreement.level());
        if (level.isFixed()) {
            return level.fixedBits();
        }
        double weight = bits(matching(agreement.field(), agreement.level()) / chance(agreement));
        return level.restsOnValue() ? Math.max(LEAST_VALUE_BITS, weight) : weight;
    }

    /** Sum of the weights, without the prior. */
    double weight(List<Agreement> agreements) {
        return agreements.stream().mapToDouble(this::weight).sum();
    }

    /** Sum of the weights that speak against. */
    double weightAgainst(List<Agreement> agreements) {
        return agreements.stream()
                .mapToDouble(this::weight)
                .filter(weight -> weight < 0)
                .sum();
    }

    /** Weight of what only a holder has. */
    double heldWeight(List<Agreement> agreements) {
        return agreements.stream()
                .filter(agreement -> agreement.field().kind() == AccountField.Kind.HELD && agreement.level() <= 2)
                .mapToDouble(this::weight)
                .filter(weight -> weight > 0)
                .sum();
    }
}
