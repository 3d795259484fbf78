package suluh.core.image;

/**
 * The Jarosz filter of PDQ along one axis, and the decimation to 64 samples behind it, as 64 rows of weights.
 *
 * <p>The description filters with a box along both axes, twice, and then keeps 64 samples of each axis. A box along the
 * rows and one along the columns commute, so the two boxes of one axis can be joined: a box over a box is a tent, and
 * only the 64 tents of the samples kept are ever summed. That is the same linear map, to the rounding of floats, at
 * about one multiplication a pixel instead of four running sums.
 *
 * <p>The window is {@code ceil(length / 128)} samples; for an even window it reaches one sample further to the right.
 * At the ends it holds what there is.
 *
 * <p>Source: Facebook, "PDQ and TMK + PDQF", hashing.pdf of ThreatExchange (2019); W. Jarosz, "Fast image convolutions"
 * (2001).
 */
final class TentFilter {
    /** Samples kept of each axis. */
    static final int OUTPUTS = 64;

    private static final int BOXES_ACROSS = 128;

    private final int[] first = new int[OUTPUTS];
    private final float[][] weights = new float[OUTPUTS][];

    /** The filter for an axis of this many samples. */
    TentFilter(int length) {
        int window = (length + BOXES_ACROSS - 1) / BOXES_ACROSS;
        int right = (window + 2) / 2 - 1;
        int left = window - 1 - right;
        for (int output = 0; output < OUTPUTS; output++) {
            int centre = (int) ((output + 0.5) * length / OUTPUTS);
            int from = Math.max(0, centre - 2 * left);
            int until = Math.min(length, centre + 2 * right + 1);
            first[output] = from;
            weights[output] = tent(centre, left, right, length, from, until);
        }
    }

    private static float[] tent(int centre, int left, int right, int length, int from, int until) {
        double[] sums = new double[until - from];
        int outerFrom = Math.max(0, centre - left);
        int outerUntil = Math.min(length, centre + right + 1);
        for (int i = outerFrom; i < outerUntil; i++) {
            int innerFrom = Math.max(0, i - left);
            int innerUntil = Math.min(length, i + right + 1);
            for (int k = innerFrom; k < innerUntil; k++) {
                sums[k - from] += 1.0 / (outerUntil - outerFrom) / (innerUntil - innerFrom);
            }
        }
        float[] tent = new float[sums.length];
        for (int k = 0; k < tent.length; k++) {
            tent[k] = (float) sums[k];
        }
        return tent;
    }

    /** First sample that this output rests on. */
    int first(int output) {
        return first[output];
    }

    /** Number of samples that this output rests on. */
    int count(int output) {
        return weights[output].length;
    }

    /** Weight of the k-th of them; the weights of an output add up to 1. */
    float weight(int output, int k) {
        return weights[output][k];
    }

    /** Weighted sum of {@code row[offset..]} for this output. */
    float apply(int output, float[] row, int offset) {
        float[] tent = weights[output];
        int from = offset + first[output];
        float sum = 0;
        for (int k = 0; k < tent.length; k++) {
            sum += tent[k] * row[from + k];
        }
        return sum;
    }
}
