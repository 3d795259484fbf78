package suluh.core.graph;

/**
 * Undirected weighted graph in compressed rows.
 *
 * <p>{@code neighbour(e)} for e in {@code firstEdge(v)..firstEdge(v+1)} are the neighbours of node v, ascending, each
 * once; every edge stands in both rows. Self-loops are dropped, since no measure here counts them. Memory: 4 bytes a
 * node, 24 bytes an edge, or 8 where all weigh 1. Immutable.
 */
public final class Graph {
    final Rows rows;

    private Graph(Rows rows) {
        this.rows = rows;
    }

    /**
     * The graph of these edges; edge i joins {@code from[i]} and {@code to[i]} with a positive weight. Parallel edges
     * are added up.
     *
     * @param nodes nodes 0 to {@code nodes - 1}
     * @throws IllegalArgumentException for arrays of different lengths, a node out of range or a weight not above 0
     */
    public static Graph of(int nodes, int[] from, int[] to, double[] weight) {
        return new Graph(Rows.weighted(nodes, from, to, weight, true));
    }

    /** The same where each pair of nodes counts once with weight 1, however often it was given. */
    public static Graph simple(int nodes, int[] from, int[] to) {
        return new Graph(Rows.simple(nodes, from, to));
    }

    public int nodeCount() {
        return rows.offsets.length - 1;
    }

    /** Edges, each counted once. */
    public int edgeCount() {
        return rows.offsets[nodeCount()] / 2;
    }

    /** Place of the first edge of node v; {@code firstEdge(nodeCount())} ends the last row. */
    public int firstEdge(int v) {
        return rows.offsets[v];
    }

    public int neighbour(int edge) {
        return rows.neighbours[edge];
    }

    public double weight(int edge) {
        return rows.weight(edge);
    }

    /** Different neighbours of node v. */
    public int degree(int v) {
        return rows.degree(v);
    }

    /** Sum of the weights of node v's edges. */
    public double strength(int v) {
        return rows.strength(v);
    }

    /** True when an edge joins the two. */
    public boolean joins(int v, int u) {
        return rows.find(v, u) >= 0;
    }
}
