package suluh.core.graph;

/**
 * Harmonic closeness, which holds in disconnected graphs too: {@code h(v) = Σ over u≠v of 1 / steps(v,u)}, where a node
 * out of reach adds 0 (Marchiori and Latora 2000; Rochat 2009); unnormalised.
 *
 * <p>And closeness within the component: {@code (r − 1) / Σ steps(v,u)} over the r nodes that v reaches, 0 when it
 * reaches none (Freeman 1979). Time: nodes × edges; above a stated size harmonic closeness is estimated from random
 * pivots (Eppstein and Wang 2004) with its standard error.
 */
public final class Closeness {
    private static final int MAX_PIVOTS = 512;
    private static final int MIN_PIVOTS = 32;
    private static final long MAX_SAMPLED_WORK = 1_000_000_000L;

    private Closeness() {}

    /** Harmonic closeness, exact for graphs of moderate size (see {@link Betweenness#isExactFor}), estimated beyond. */
    public static NodeValues harmonic(Graph graph, long seed) {
        int pivots = Betweenness.isExactFor(graph)
                ? graph.nodeCount()
                : Math.clamp(MAX_SAMPLED_WORK / Math.max(1, graph.edgeCount()), MIN_PIVOTS, MAX_PIVOTS);
        return harmonic(graph, pivots, seed);
    }

    /** Harmonic closeness from this many pivots, or exactly when there are no more nodes than that. */
    public static NodeValues harmonic(Graph graph, int pivots, long seed) {
        int n = graph.nodeCount();
        int[] drawn = Pivots.draw(n, pivots, seed);
        double[] sum = new double[n];
        double[] squares = new double[n];
        BreadthFirst search = new BreadthFirst(graph.rows);
        for (int source : drawn) {
            int reached = search.from(source, Integer.MAX_VALUE);
            for (int i = 1; i < reached; i++) {
                int v = search.order[i];
                double term = 1.0 / search.distance[v];
                sum[v] += term;
                squares[v] += term * term;
            }
        }
        for (int v = 0; v < n; v++) {
            squares[v] = Pivots.standardError(n, drawn.length, sum[v], squares[v]);
            sum[v] *= (double) n / drawn.length;
        }
        return new NodeValues(sum, squares, drawn.length);
    }

    /** Closeness of each node within its own component, exactly; time nodes × edges. */
    public static double[] withinComponent(Graph graph) {
        int n = graph.nodeCount();
        double[] closeness = new double[n];
        BreadthFirst search = new BreadthFirst(graph.rows);
        for (int v = 0; v < n; v++) {
            int reached = search.from(v, Integer.MAX_VALUE);
            long steps = 0;
            for (int i = 1; i < reached; i++) {
                steps += search.distance[search.order[i]];
            }
            closeness[v] = steps == 0 ? 0 : (reached - 1) / (double) steps;
        }
        return closeness;
    }
}
