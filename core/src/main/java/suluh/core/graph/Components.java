package suluh.core.graph;

import java.util.Arrays;

/**
 * Connected components by breadth-first search, and strongly connected ones by Tarjan's search (1972) with a stack of its
 * own; time and memory linear in the graph.
 */
public final class Components {
    private Components() {}

    /** Number of its component for each node, from 0 in order of the smallest node. */
    public static int[] of(Graph graph) {
        return without(graph, new boolean[graph.nodeCount()]);
    }

    /** The same in the graph without the nodes marked; those get -1. */
    public static int[] without(Graph graph, boolean[] removed) {
        int n = graph.nodeCount();
        int[] component = new int[n];
        Arrays.fill(component, -1);
        int[] queue = new int[n];
        int count = 0;
        for (int start = 0; start < n; start++) {
            if (component[start] >= 0 || removed[start]) {
                continue;
            }
            int head = 0;
            int tail = 0;
            component[start] = count;
            queue[tail++] = start;
            while (head < tail) {
                int v = queue[head++];
                for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                    int u = graph.neighbour(e);
                    if (component[u] < 0 && !removed[u]) {
                        component[u] = count;
                        queue[tail++] = u;
                    }
                }
            }
            count++;
        }
        return component;
    }

    /** Number of its strongly connected component for each node, from 0 in order of the smallest node. */
    public static int[] strong(Digraph graph) {
        return new StrongSearch(graph.out).components();
    }

    /** Number of its component for each node when direction is not read. */
    public static int[] weak(Digraph graph) {
        int n = graph.nodeCount();
        DisjointNodes sets = new DisjointNodes(n);
        for (int v = 0; v < n; v++) {
            for (int arc = graph.firstArc(v); arc < graph.firstArc(v + 1); arc++) {
                sets.join(v, graph.target(arc));
            }
        }
        return sets.numbers();
    }

    /** Nodes of each component. */
    public static int[] sizes(int[] component) {
        int count = Arrays.stream(component).max().orElse(-1) + 1;
        int[] sizes = new int[count];
        for (int c : component) {
            if (c >= 0) {
                sizes[c]++;
            }
        }
        return sizes;
    }
}
