package suluh.core.graph;

import java.util.List;
import java.util.stream.Stream;
import suluh.core.kernel.Workers;

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
    private static final long MAX_SAMPLED_WORK = 200_000_000L;

    private Closeness() {}

    /** Harmonic closeness, exact for graphs of the size of {@link Betweenness#of}'s exact ones, estimated beyond. */
    public static NodeValues harmonic(Graph graph, long seed) {
        return harmonic(graph, seed, Workers.ONE);
    }

    /** The same with the sources of the exact value divided among workers; the value does not depend on how many. */
    public static NodeValues harmonic(Graph graph, long seed, Workers workers) {
        Leaves leaves = Leaves.of(graph);
        if (leaves.work() <= Betweenness.MAX_EXACT_WORK) {
            return new NodeValues(exact(graph, leaves, workers), new double[0], graph.nodeCount());
        }
        long size = Math.max(1, (long) graph.nodeCount() + graph.edgeCount());
        return harmonic(graph, Math.clamp(MAX_SAMPLED_WORK / size, MIN_PIVOTS, MAX_PIVOTS), seed);
    }

    /** Searches from each node that is no leaf; a leaf is one step farther from all than the node it hangs on. */
    private static double[] exact(Graph graph, Leaves leaves, Workers workers) {
        int sources = leaves.node.length;
        int runs = SourceRuns.count(leaves.rows, sources);
        List<Nearness> parts =
                Stream.generate(() -> new Nearness(sources)).limit(runs).toList();
        SourceRuns.run(runs, sources, workers, (run, first, end) -> {
            BreadthFirst search = new BreadthFirst(leaves.rows);
            for (int source = first; source < end; source++) {
                parts.get(run).add(search, source, leaves.borne[source]);
            }
        });
        Nearness all = parts.getFirst();
        parts.subList(1, runs).forEach(all::add);
        double[] own = all.own;
        double[] ofLeaf = all.ofLeaf;
        double[] values = new double[graph.nodeCount()];
        double[] valueOfLeaf = new double[graph.nodeCount()];
        for (int v = 0; v < leaves.node.length; v++) {
            values[leaves.node[v]] = own[v];
            valueOfLeaf[leaves.node[v]] = ofLeaf[v];
        }
        for (int v = 0; v < values.length; v++) {
            values[v] = leaves.hub[v] < 0 ? values[v] : valueOfLeaf[leaves.hub[v]];
        }
        return values;
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
            int level = 0;
            double term = 0;
            for (int i = 1; i < reached; i++) {
                int v = search.order[i];
                if (search.distance[v] != level) {
                    level = search.distance[v];
                    term = 1.0 / level;
                }
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

    /** Reciprocal steps added up over sources: for each node, and for a leaf that hangs on it. */
    private static final class Nearness {
        private final double[] own;
        private final double[] ofLeaf;

        Nearness(int nodes) {
            this.own = new double[nodes];
            this.ofLeaf = new double[nodes];
        }

        /** Adds what one source with its leaves is near to. */
        void add(BreadthFirst search, int source, double borne) {
            int reached = search.from(source, Integer.MAX_VALUE);
            // The same for all nodes of a level: a division each would cost more than the search.
            double steps = 0;
            double near = 0;
            double nearToLeaf = 0;
            for (int i = 1; i < reached; i++) {
                int v = search.order[i];
                if (search.distance[v] != steps) {
                    steps = search.distance[v];
                    near = 1 / steps + borne / (steps + 1);
                    nearToLeaf = 1 / (steps + 1) + borne / (steps + 2);
                }
                own[v] += near;
                ofLeaf[v] += nearToLeaf;
            }
            own[source] += borne;
            ofLeaf[source] += 1 + Math.max(0, borne - 1) / 2;
        }

        void add(Nearness more) {
            for (int v = 0; v < own.length; v++) {
                own[v] += more.own[v];
                ofLeaf[v] += more.ofLeaf[v];
            }
        }
    }
}
