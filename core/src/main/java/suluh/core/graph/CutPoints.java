package suluh.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Articulation points and bridges, and what the loss of each would cut (Hopcroft and Tarjan 1973).
 *
 * <p>One depth-first walk with an explicit path; time and memory linear in the graph. For every node at once: how many pairs
 * of the others a path would still join without it.
 */
public final class CutPoints {
    /** An edge that alone joins two parts; {@code pairs} are the pairs of nodes that its loss would part. */
    public record Bridge(int a, int b, long pairs) {}

    private final Graph graph;
    private final boolean[] removed;
    private final int[] entered;
    private final int[] low;
    private final int[] nextEdge;
    private final int[] size;
    private final int[] parent;
    private final int[] path;
    /** Nodes in the parts that a node's loss splits off, and the pairs within those parts. */
    private final int[] splitNodes;

    private final long[] splitPairs;
    private final int[] splits;
    private final int[] root;
    private int clock;

    private CutPoints(Graph graph, boolean[] removed) {
        int n = graph.nodeCount();
        this.graph = graph;
        this.removed = removed.clone();
        this.entered = new int[n];
        this.low = new int[n];
        this.nextEdge = new int[n];
        this.size = new int[n];
        this.parent = new int[n];
        this.path = new int[n];
        this.splitNodes = new int[n];
        this.splitPairs = new long[n];
        this.splits = new int[n];
        this.root = new int[n];
        Arrays.fill(entered, -1);
        for (int v = 0; v < n; v++) {
            nextEdge[v] = graph.firstEdge(v);
        }
        for (int v = 0; v < n; v++) {
            if (entered[v] < 0 && !removed[v]) {
                walk(v);
            }
        }
    }

    public static CutPoints of(Graph graph) {
        return without(graph, new boolean[graph.nodeCount()]);
    }

    /** The same in the graph without the nodes marked. */
    public static CutPoints without(Graph graph, boolean[] removed) {
        return new CutPoints(graph, removed);
    }

    /** True when the node's loss leaves its component in more than one part. */
    public boolean isCutPoint(int v) {
        return !removed[v] && splits[v] + (restNodes(v) > 0 ? 1 : 0) > 1;
    }

    /** Pairs of other nodes that a path joins now and would not without this node. */
    public long pairsParted(int v) {
        if (removed[v]) {
            return 0;
        }
        long others = size[root[v]] - 1L;
        return pairs(others) - splitPairs[v] - pairs(restNodes(v));
    }

    /** Pairs that a path joins in the whole graph as it is. */
    public long connectedPairs() {
        long sum = 0;
        for (int v = 0; v < size.length; v++) {
            sum += !removed[v] && root[v] == v ? pairs(size[v]) : 0;
        }
        return sum;
    }

    /** Nodes of the component that the node is in. */
    public int componentSize(int v) {
        return removed[v] ? 0 : size[root[v]];
    }

    /** All bridges, in order of their lower node. */
    public List<Bridge> bridges() {
        List<Bridge> bridges = new ArrayList<>();
        for (int v = 0; v < size.length; v++) {
            if (!removed[v] && root[v] != v && low[v] > entered[parent[v]]) {
                long below = size[v];
                bridges.add(
                        new Bridge(Math.min(v, parent[v]), Math.max(v, parent[v]), below * (size[root[v]] - below)));
            }
        }
        bridges.sort((x, y) -> x.a() != y.a() ? Integer.compare(x.a(), y.a()) : Integer.compare(x.b(), y.b()));
        return bridges;
    }

    private long restNodes(int v) {
        return size[root[v]] - 1L - splitNodes[v];
    }

    private static long pairs(long nodes) {
        return nodes * (nodes - 1) / 2;
    }

    private void walk(int start) {
        int depth = 0;
        path[depth++] = start;
        enter(start, start, start);
        while (depth > 0) {
            int v = path[depth - 1];
            if (nextEdge[v] < graph.firstEdge(v + 1)) {
                int u = graph.neighbour(nextEdge[v]++);
                if (removed[u]) {
                    continue;
                }
                if (entered[u] < 0) {
                    enter(u, v, start);
                    path[depth++] = u;
                } else if (u != parent[v]) {
                    low[v] = Math.min(low[v], entered[u]);
                }
            } else {
                depth--;
                if (v != start) {
                    leave(v);
                }
            }
        }
    }

    private void enter(int v, int from, int start) {
        entered[v] = clock;
        low[v] = clock++;
        parent[v] = from;
        root[v] = start;
        size[v] = 1;
    }

    private void leave(int v) {
        int above = parent[v];
        low[above] = Math.min(low[above], low[v]);
        size[above] += size[v];
        if (low[v] >= entered[above]) {
            splits[above]++;
            splitNodes[above] += size[v];
            splitPairs[above] += pairs(size[v]);
        }
    }
}
