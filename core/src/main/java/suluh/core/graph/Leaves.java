package suluh.core.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A graph without its leaves, and how many each node bore: shortest paths to a leaf are those to its neighbour, one step
 * longer, so that measures of the whole follow from searches over the rest.
 *
 * <p>A leaf has one neighbour, and that neighbour has more. Most members of a large group are leaves. Linear in the graph.
 */
final class Leaves {
    /** Where fewer than one node in so many is a leaf, a copy of the graph without them is not worth its memory. */
    private static final int LEAST_SHARE = 20;

    /** The node that each leaf hangs on, or -1 for a node that stays. */
    final int[] hub;
    /** Node of the whole graph for each node that stays. */
    final int[] node;
    /** Leaves of each node that stays. */
    final int[] borne;

    final Rows rows;

    private Leaves(int[] hub, int[] node, int[] borne, Rows rows) {
        this.hub = hub;
        this.node = node;
        this.borne = borne;
        this.rows = rows;
    }

    static Leaves of(Graph graph) {
        int n = graph.nodeCount();
        int[] hub = new int[n];
        int leaves = 0;
        for (int v = 0; v < n; v++) {
            boolean isLeaf = graph.degree(v) == 1 && graph.degree(graph.neighbour(graph.firstEdge(v))) > 1;
            hub[v] = isLeaf ? graph.neighbour(graph.firstEdge(v)) : -1;
            leaves += isLeaf ? 1 : 0;
        }
        if (leaves < n / LEAST_SHARE) {
            Arrays.fill(hub, -1);
            return new Leaves(hub, IntStream.range(0, n).toArray(), new int[n], graph.rows);
        }
        return without(graph, hub, n - leaves, graph.edgeCount() - leaves);
    }

    private static Leaves without(Graph graph, int[] hub, int staying, int edges) {
        int[] place = new int[hub.length];
        int[] node = new int[staying];
        for (int v = 0, next = 0; v < hub.length; v++) {
            if (hub[v] < 0) {
                place[v] = next;
                node[next++] = v;
            }
        }
        int[] borne = new int[staying];
        int[] from = new int[edges];
        int[] to = new int[edges];
        int edge = 0;
        for (int v = 0; v < hub.length; v++) {
            if (hub[v] >= 0) {
                borne[place[hub[v]]]++;
                continue;
            }
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                int u = graph.neighbour(e);
                if (u > v && hub[u] < 0) {
                    from[edge] = place[v];
                    to[edge++] = place[u];
                }
            }
        }
        return new Leaves(hub, node, borne, Rows.simple(staying, from, to));
    }

    /** Nodes that stay times edges between them: what a search from each of them costs. */
    long work() {
        return (long) node.length * Math.max(1, rows.offsets[node.length] / 2);
    }
}
