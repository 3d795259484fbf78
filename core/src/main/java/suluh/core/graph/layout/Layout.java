package suluh.core.graph.layout;

import suluh.core.graph.Graph;

/**
 * Coordinates for drawing a graph: tied nodes near each other, communities together, no two nodes over each other.
 *
 * <p>Forces of ForceAtlas2 (Jacomy and others 2014): every pair repels with {@code (k(v) + 1)(k(u) + 1) / distance}, edges attract
 * in proportion to distance and weight, gravity in proportion to distance keeps parts together; far repulsion by a Barnes–Hut tree (1986). Started on
 * the coarsest of a hierarchy of graphs made by matching (Walshaw 2003) and refined level by level, so that the whole falls
 * into place before its parts do. Departures: edges within a community attract {@value ForceField#INSIDE} times as strongly
 * as those between, weights enter by their logarithm, and the speed of a level falls in a fixed schedule instead of
 * adapting, which makes the time predictable.
 *
 * <p>Deterministic for the same graph, communities, sizes and seed. Time: nodes × logarithm × a fixed number of steps; memory
 * about 200 bytes a node and 40 an edge. Immutable.
 */
public final class Layout {
    private final double[] x;
    private final double[] y;

    private Layout(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Lays the graph out.
     *
     * @param community number of its community for each node
     * @param radius of each node when drawn, above 0, in the units of the coordinates
     */
    public static Layout of(Graph graph, int[] community, double[] radius, long seed) {
        int n = graph.nodeCount();
        if (community.length != n || radius.length != n) {
            throw new IllegalArgumentException("each node needs a community and a radius");
        }
        double[] x = new double[n];
        double[] y = new double[n];
        new Multilevel(LayoutGraph.of(graph, community), seed).place(x, y);
        OverlapRemoval.apply(x, y, radius);
        return new Layout(x, y);
    }

    public double x(int node) {
        return x[node];
    }

    public double y(int node) {
        return y[node];
    }

    public int nodeCount() {
        return x.length;
    }
}
