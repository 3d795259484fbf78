package suluh.core.graph;

/**
 * A measure of every node, exact or estimated from some of its terms. Immutable.
 *
 * <p>An estimate is unbiased; {@link #error} is its standard error, so that about 95 of 100 true values lie within two
 * of them. For skewed measures the interval is narrower than it should be for nodes that few terms touch.
 */
public final class NodeValues {
    private final double[] values;
    private final double[] errors;
    private final int sampled;

    /** Takes the arrays over. */
    NodeValues(double[] values, double[] errors, int sampled) {
        this.values = values;
        this.errors = errors;
        this.sampled = sampled;
    }

    public double value(int node) {
        return values[node];
    }

    /** Standard error of the value; 0 when it is exact. */
    public double error(int node) {
        return isExact() ? 0 : errors[node];
    }

    public boolean isExact() {
        return sampled == values.length;
    }

    /** Sources that the values rest on; as many as nodes when exact. */
    public int sampledSources() {
        return sampled;
    }

    /** A copy of the values, one for each node. */
    public double[] toArray() {
        return values.clone();
    }
}
