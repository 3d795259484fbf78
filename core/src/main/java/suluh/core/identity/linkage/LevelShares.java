package suluh.core.identity.linkage;

/**
 * How often each level of each column occurs in one class of pairs.
 *
 * <p>{@code shares[c][level]}, level from 1; the levels of a column add up to 1.
 */
final class LevelShares {
    private final double[][] shares;

    private LevelShares(double[][] shares) {
        this.shares = shares;
    }

    static LevelShares of(double[][] shares) {
        double[][] copy = new double[shares.length][];
        for (int c = 0; c < shares.length; c++) {
            copy[c] = shares[c].clone();
        }
        return new LevelShares(copy);
    }

    double share(int column, int level) {
        return shares[column][level];
    }

    int columns() {
        return shares.length;
    }

    int levels(int column) {
        return shares[column].length - 1;
    }

    /** Share of the pairs that do not differ in this column. */
    double agreement(int column) {
        return 1 - shares[column][levels(column)];
    }

    /** Largest difference of any share. */
    double distance(LevelShares that) {
        double largest = 0;
        for (int c = 0; c < shares.length; c++) {
            for (int level = 1; level < shares[c].length; level++) {
                largest = Math.max(largest, Math.abs(shares[c][level] - that.shares[c][level]));
            }
        }
        return largest;
    }
}
