package suluh.core.graph;

import java.util.Arrays;

/**
 * Betweenness: for each node the sum, over pairs of other nodes, of the share of shortest paths that pass through it
 * (Freeman 1977), by the algorithm of Brandes (2001).
 *
 * <p>Unweighted, undirected, unnormalised; each pair counted once. Exact in time nodes × edges; above a stated size from
 * evenly spaced pivots (Brandes and Pich 2007), scaled up: an estimate that orders leading nodes well and others badly.
 */
public final class Betweenness {
    /** Nodes times edges up to which the exact value is computed: a few seconds on one core. */
    private static final long MAX_EXACT_WORK = 400_000_000L;

    private static final int PIVOTS = 512;

    private Betweenness() {}

    /** Exact values for graphs of moderate size, estimates beyond. */
    public static double[] of(Graph graph) {
        return isExactFor(graph) ? exact(graph) : fromPivots(graph, PIVOTS);
    }

    /** True when {@link #of} gives exact values for this graph. */
    public static boolean isExactFor(Graph graph) {
        return (long) graph.nodeCount() * Math.max(1, graph.edgeCount()) <= MAX_EXACT_WORK;
    }

    /** Exact values. */
    public static double[] exact(Graph graph) {
        return fromPivots(graph, graph.nodeCount());
    }

    /** Estimates from this many pivots, or exact values when there are no more nodes than that. */
    static double[] fromPivots(Graph graph, int pivots) {
        int n = graph.nodeCount();
        double[] total = new double[n];
        Sources sources = new Sources(graph);
        int used = Math.min(n, pivots);
        for (int i = 0; i < used; i++) {
            sources.accumulate((int) ((long) i * n / used), total);
        }
        // Each pair is met from both of its ends.
        double scale = used == 0 ? 0 : (double) n / used / 2;
        for (int v = 0; v < n; v++) {
            total[v] *= scale;
        }
        return total;
    }

    /** One source's shortest paths, with arrays that all sources share. */
    private static final class Sources {
        private final Graph graph;
        private final int[] order;
        private final int[] distance;
        private final double[] paths;
        private final double[] dependency;

        Sources(Graph graph) {
            int n = graph.nodeCount();
            this.graph = graph;
            this.order = new int[n];
            this.distance = new int[n];
            this.paths = new double[n];
            this.dependency = new double[n];
            Arrays.fill(distance, -1);
        }

        void accumulate(int source, double[] total) {
            int reached = search(source);
            for (int i = reached - 1; i > 0; i--) {
                int w = order[i];
                double share = (1 + dependency[w]) / paths[w];
                for (int e = graph.firstEdge(w); e < graph.firstEdge(w + 1); e++) {
                    int v = graph.neighbour(e);
                    if (distance[v] == distance[w] - 1) {
                        dependency[v] += paths[v] * share;
                    }
                }
                total[w] += dependency[w];
            }
            for (int i = 0; i < reached; i++) {
                distance[order[i]] = -1;
                paths[order[i]] = 0;
                dependency[order[i]] = 0;
            }
        }

        private int search(int source) {
            int head = 0;
            int tail = 0;
            distance[source] = 0;
            paths[source] = 1;
            order[tail++] = source;
            while (head < tail) {
                int v = order[head++];
                for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                    int w = graph.neighbour(e);
                    if (distance[w] < 0) {
                        distance[w] = distance[v] + 1;
                        order[tail++] = w;
                    }
                    if (distance[w] == distance[v] + 1) {
                        paths[w] += paths[v];
                    }
                }
            }
            return tail;
        }
    }
}
