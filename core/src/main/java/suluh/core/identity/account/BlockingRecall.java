package suluh.core.identity.account;

/** Estimates which share of the true pairs met in a block at all: Chao's lower bound (1987), bias-corrected. */
final class BlockingRecall {
    private double found;
    private double once;
    private double twice;

    /** Takes a pair that met: its probability, and in how many blocks. */
    void add(double probability, int meetings) {
        found += probability;
        once += meetings == 1 ? probability : 0;
        twice += meetings == 2 ? probability : 0;
    }

    double share() {
        double missed = Math.max(0, once * (once - 1) / (2 * (twice + 1)));
        return found == 0 ? 1 : found / (found + missed);
    }
}
