package suluh.core.identity.account;

import java.util.List;
import java.util.Map;
import suluh.core.identity.AccountField;
import suluh.core.identity.AccountField.Level;

/**
 * Learns from a case, without labels, how often accounts of one person agree: expectation–maximisation (Dempster, Laird and
 * Rubin 1977) with a prior.
 *
 * <p>The shares of {@link AccountField} count as {@value #PRIOR_PAIRS} true pairs seen before, so that a case with three
 * true pairs hardly moves them and one with a thousand forgets them (maximum a posteriori, Dirichlet prior). Only pairs
 * that agree in something that a holder has teach: thousands of namesakes, each a little likely, would drown the rest. The
 * density begins as if {@value #PRIOR_ACCOUNTS} accounts had been seen, and how many strangers share what only a holder has
 * (families and schools do) as if {@value #PRIOR_ACCOUNTS_OF_STRANGERS} had. Nothing is drawn at random; the result is a function of the pairs, in whatever order.
 */
final class AccountLearning {
    static final double PRIOR_PAIRS = 40;
    static final double PRIOR_ACCOUNTS = 100;
    /** Strangers who share what only a holder has are fewer; more accounts must be seen to speak of them. */
    static final double PRIOR_ACCOUNTS_OF_STRANGERS = 1_000;

    /** Learning begins as if so many strangers shared everything, and relaxes: the other way round it excuses siblings. */
    private static final double FIRST_STRANGERS = 0.02;

    private static final int MAX_ROUNDS = 60;
    private static final double SETTLED = 1e-5;

    private AccountLearning() {}

    /**
     * A compared pair, as learning needs it.
     *
     * @param levels level of each field, {@value #BITS} bits each, the first field lowest
     * @param chanceBits sum over the agreements of −log2(u), of a value without its strangers, and the weights that are set
     * @param isHeld true when they agree in something that only a holder has
     */
    record Pair(long levels, double chanceBits, boolean isHeld) {
        private static final int BITS = 4;

        static Pair of(AccountModel model, List<Agreement> agreements) {
            long levels = 0;
            double bits = 0;
            boolean isHeld = false;
            for (Agreement agreement : agreements) {
                AccountField field = agreement.field();
                if (field.isFixed()) {
                    bits += model.weight(agreement);
                } else {
                    levels |= (long) agreement.level() << (BITS * field.place());
                    bits -= AccountModel.bits(model.chance(agreement));
                    if (learnsStrangers(field, agreement.level())) {
                        bits += AccountModel.bits(model.strangers(field, agreement.level()));
                    }
                    isHeld |= field.kind() == AccountField.Kind.HELD
                            && field.level(agreement.level()).restsOnValue();
                }
            }
            return new Pair(levels, bits, isHeld);
        }

        int level(AccountField field) {
            return field.isFixed() ? 0 : (int) (levels >>> (BITS * field.place())) & 15;
        }
    }

    /** The model where the rounds settle. */
    static AccountModel learn(Population population, List<Pair> pairs) {
        AccountModel model = cautious(population);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            AccountModel next = round(population, pairs, model);
            boolean settled = distance(model, next) < SETTLED;
            model = next;
            if (settled) {
                break;
            }
        }
        return model;
    }

    private static boolean learnsStrangers(AccountField field, int level) {
        return level > 0
                && field.kind() == AccountField.Kind.HELD
                && field.level(level).restsOnValue();
    }

    private static AccountModel cautious(Population population) {
        Map<AccountField, double[]> strangers = AccountModel.table(Level::strangers);
        strangers.forEach((field, figures) -> {
            for (int level = 1; level < figures.length; level++) {
                figures[level] =
                        learnsStrangers(field, level) ? Math.max(FIRST_STRANGERS, figures[level]) : figures[level];
            }
        });
        return new AccountModel(population, AccountModel.table(Level::matching), strangers, AccountModel.FIRST_DENSITY);
    }

    private static AccountModel round(Population population, List<Pair> pairs, AccountModel model) {
        Map<AccountField, double[]> matching = AccountModel.table(level -> PRIOR_PAIRS * level.matching());
        Map<AccountField, double[]> strangers = AccountModel.table(Level::strangers);
        double accounts = population.held() + PRIOR_ACCOUNTS;
        double strangersOver = population.held() + PRIOR_ACCOUNTS_OF_STRANGERS;
        double density = PRIOR_ACCOUNTS * AccountModel.FIRST_DENSITY / accounts;
        strangers.forEach((field, figures) -> {
            for (int level = 1; level < figures.length; level++) {
                figures[level] *= learnsStrangers(field, level) ? PRIOR_ACCOUNTS_OF_STRANGERS / strangersOver : 1;
            }
        });
        for (Pair pair : pairs) {
            double truth = AccountModel.probability(logOdds(model, pair));
            // Each pair gives both of its accounts one other account, or one stranger.
            density += pair.isHeld() ? 2 * truth / accounts : 0;
            if (pair.isHeld()) {
                matching.forEach((field, sum) -> sum[pair.level(field)] += truth);
            }
            strangers.forEach((field, figures) -> {
                int level = pair.level(field);
                figures[level] += learnsStrangers(field, level) ? 2 * (1 - truth) / strangersOver : 0;
            });
        }
        matching.values().forEach(AccountLearning::toShares);
        return new AccountModel(population, matching, strangers, density);
    }

    static double logOdds(AccountModel model, Pair pair) {
        double bits = model.priorBits() + pair.chanceBits();
        for (AccountField field : AccountField.values()) {
            int level = pair.level(field);
            bits += level == 0 ? 0 : AccountModel.bits(model.matching(field, level));
            bits -= learnsStrangers(field, level) ? AccountModel.bits(model.strangers(field, level)) : 0;
        }
        return bits;
    }

    /** Counts by level to shares; place 0, where one side says nothing, is not counted. */
    private static void toShares(double[] counts) {
        double total = 0;
        for (int level = 1; level < counts.length; level++) {
            total += counts[level];
        }
        for (int level = 1; level < counts.length; level++) {
            counts[level] /= total;
        }
        counts[0] = 0;
    }

    private static double distance(AccountModel one, AccountModel other) {
        double largest = Math.abs(one.density() - other.density());
        for (AccountField field : AccountField.values()) {
            for (int level = 1; level <= field.levelCount(); level++) {
                double difference = Math.abs(one.matching(field, level) - other.matching(field, level));
                largest = field.isFixed() ? largest : Math.max(largest, difference);
            }
        }
        return largest;
    }
}
