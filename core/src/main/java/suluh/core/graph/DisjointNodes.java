package suluh.core.graph;

import java.util.Arrays;

/** Sets of nodes that only grow together (Tarjan and van Leeuwen 1984: path halving, smaller root wins). */
final class DisjointNodes {
    private final int[] parent;

    DisjointNodes(int nodes) {
        parent = new int[nodes];
        Arrays.setAll(parent, v -> v);
    }

    int root(int node) {
        int v = node;
        while (parent[v] != v) {
            parent[v] = parent[parent[v]];
            v = parent[v];
        }
        return v;
    }

    void join(int a, int b) {
        int x = root(a);
        int y = root(b);
        parent[Math.max(x, y)] = Math.min(x, y);
    }

    /** Number of its set for each node, from 0 in order of the smallest node. */
    int[] numbers() {
        int[] number = new int[parent.length];
        int count = 0;
        for (int v = 0; v < parent.length; v++) {
            number[v] = root(v) == v ? count++ : number[root(v)];
        }
        return number;
    }
}
