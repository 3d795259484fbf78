package suluh.core.graph;

import java.util.Arrays;

/**
 * PageRank (Brin and Page 1998): where a walk stays in the long run that follows arcs by weight and, with probability
 * {@code 1 − d}, jumps anywhere.
 *
 * <p>{@code p(v) = (1 − d) / n + d × (Σ over u→v of p(u) w(u,v) / w(u) + p(dead ends) / n)}, d = {@value #DAMPING}; adds up
 * to 1. Power iteration until the values change by less than {@value #TOLERANCE} in all, or {@value #MAX_ROUNDS} rounds.
 * Time: rounds × arcs.
 */
public final class PageRank {
    private static final double DAMPING = 0.85;
    private static final double TOLERANCE = 1e-10;
    /** 0.85 to the power of 200 is below 1e-14. */
    private static final int MAX_ROUNDS = 200;

    private PageRank() {}

    /** The value of each node. */
    public static double[] of(Digraph graph) {
        return of(graph.in, graph.out);
    }

    /** The same with every edge as two arcs. */
    public static double[] of(Graph graph) {
        return of(graph.rows, graph.rows);
    }

    private static double[] of(Rows in, Rows out) {
        int n = in.offsets.length - 1;
        double[] strength = new double[n];
        double[] rank = new double[n];
        double[] passed = new double[n];
        for (int v = 0; v < n; v++) {
            strength[v] = out.strength(v);
        }
        Arrays.fill(rank, 1.0 / Math.max(1, n));
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double stuck = 0;
            for (int v = 0; v < n; v++) {
                stuck += strength[v] == 0 ? rank[v] : 0;
                passed[v] = strength[v] == 0 ? 0 : rank[v] / strength[v];
            }
            double everywhere = (1 - DAMPING + DAMPING * stuck) / n;
            double change = 0;
            for (int v = 0; v < n; v++) {
                double received = 0;
                for (int e = in.offsets[v]; e < in.offsets[v + 1]; e++) {
                    received += passed[in.neighbours[e]] * in.weight(e);
                }
                double next = everywhere + DAMPING * received;
                change += Math.abs(next - rank[v]);
                rank[v] = next;
            }
            if (change < TOLERANCE) {
                break;
            }
        }
        return rank;
    }
}
