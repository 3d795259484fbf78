package suluh.core.graph;

import java.util.random.RandomGenerator;

/**
 * Communities by the Leiden algorithm (Traag, Waltman and van Eck 2019).
 *
 * <p>Quality is {@code Σ over communities of (weight inside − γ × expected)}, divided by the total weight. {@link
 * Quality#MODULARITY} expects {@code K² / 4m} for the sum K of its nodes' strengths (Newman and Girvan 2004; Reichardt and
 * Bornholdt 2006); {@link Quality#CPM} expects {@code n (n − 1) / 2} for its n nodes (Traag, Van Dooren and Nesterov 2011).
 * Local moving from a queue, refinement within communities with the paper's conditions of good connection and its
 * randomised choice, aggregation by the refined partition; every community is connected. The same graph, settings and seed
 * give the same result.
 *
 * <p>Modularity cannot tell communities apart that hold fewer than about the root of twice the total weight of edges
 * (Fortunato and Barthélemy 2007); CPM can, for a γ that fits. Time: near linear in the edges for each iteration. Memory: 45
 * bytes a node and 8 bytes an edge between communities, beside the graph itself.
 *
 * <p>Departures: weights of aggregated levels are kept in single precision; choices less likely than e^-40 are not drawn.
 */
public final class Leiden {
    /** What a partition is judged by. */
    public enum Quality {
        MODULARITY,
        CPM
    }

    /** Iterations after which more change little: the paper's own default. */
    public static final int ITERATIONS = 2;

    private final double resolution;
    private final RandomGenerator random;
    private final LeidenLevel base;

    private Leiden(Graph graph, Quality quality, double resolution, long seed) {
        this.base = LeidenLevel.of(graph, quality == Quality.MODULARITY);
        this.random = Pivots.seeded(seed);
        double total = 0;
        for (int v = 0; v < base.nodes; v++) {
            total += base.nodeWeight[v];
        }
        // The expected weight between v and a community is then resolution × weight(v) × weight(community) for both.
        this.resolution = quality == Quality.CPM ? resolution : total == 0 ? 0 : resolution / total;
    }

    /** By modularity in two iterations: see {@link #communities(Graph, Quality, double, int, long)}. */
    public static int[] communities(Graph graph, double resolution, long seed) {
        return communities(graph, Quality.MODULARITY, resolution, ITERATIONS, seed);
    }

    /** Community of each node, numbered by size from the largest, then by the smallest node. */
    public static int[] communities(Graph graph, Quality quality, double resolution, int iterations, long seed) {
        int n = graph.nodeCount();
        int[] community = new int[n];
        for (int v = 0; v < n; v++) {
            community[v] = v;
        }
        if (graph.edgeCount() > 0) {
            Leiden leiden = new Leiden(graph, quality, resolution, seed);
            for (int i = 0; i < iterations; i++) {
                leiden.iterate(community);
            }
        }
        Partitions.numberBySize(community);
        return community;
    }

    /** Modularity of a partition with a resolution; 0 for a graph without edges. */
    public static double modularity(Graph graph, int[] community, double resolution) {
        int n = graph.nodeCount();
        double[] strength = new double[n];
        double inside = 0;
        double total = 0;
        for (int v = 0; v < n; v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                total += graph.weight(e);
                strength[community[v]] += graph.weight(e);
                if (community[v] == community[graph.neighbour(e)]) {
                    inside += graph.weight(e);
                }
            }
        }
        if (total == 0) {
            return 0;
        }
        double expected = 0;
        for (double s : strength) {
            expected += s / total * (s / total);
        }
        return inside / total - resolution * expected;
    }

    /** The paper's iteration: move, refine, aggregate, until a level no longer changes. Changes {@code community}. */
    private void iterate(int[] community) {
        LeidenLevel level = base;
        int[] nodeOfBase = null;
        int[] current = community;
        while (true) {
            new LeidenMove(level, resolution, random).run(current);
            int[] part = new LeidenRefinement(level, resolution, random).run(current);
            int count = Partitions.renumber(part);
            if (nodeOfBase == null) {
                nodeOfBase = part;
            } else {
                for (int v = 0; v < base.nodes; v++) {
                    nodeOfBase[v] = part[nodeOfBase[v]];
                }
            }
            int[] lifted = new int[count];
            for (int v = 0; v < level.nodes; v++) {
                lifted[part[v]] = current[v];
            }
            Partitions.renumber(lifted);
            if (count == level.nodes) {
                for (int v = 0; v < base.nodes; v++) {
                    community[v] = lifted[nodeOfBase[v]];
                }
                return;
            }
            level = level.aggregated(part, count);
            current = lifted;
        }
    }
}
