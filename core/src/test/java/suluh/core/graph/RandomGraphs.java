package suluh.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Edge lists for tests: random, planted, and of known shape. */
final class RandomGraphs {
    /** Edges as they would be given, with parallel ones and loops among them. */
    static final class Edges {
        private final int nodes;
        private final int[] from;
        private final int[] to;
        private final double[] weight;

        private Edges(int nodes, int[] from, int[] to, double[] weight) {
            this.nodes = nodes;
            this.from = from;
            this.to = to;
            this.weight = weight;
        }

        int nodes() {
            return nodes;
        }

        Graph graph() {
            return Graph.of(nodes, from, to, weight);
        }

        Digraph digraph() {
            return Digraph.of(nodes, from, to, weight);
        }

        /** The same edges in which node v is called {@code name[v]}. */
        Edges renamed(int[] name) {
            return new Edges(
                    nodes,
                    Arrays.stream(from).map(v -> name[v]).toArray(),
                    Arrays.stream(to).map(v -> name[v]).toArray(),
                    weight);
        }
    }

    private RandomGraphs() {}

    /** From no node to 120, from no edge to a dense graph, often in several parts. */
    static Edges random(long seed) {
        Random random = new Random(seed);
        int n = random.nextInt(121);
        int m = n == 0 ? 0 : random.nextInt(1 + n * (1 + random.nextInt(6)));
        int[] from = new int[m];
        int[] to = new int[m];
        double[] weight = new double[m];
        for (int i = 0; i < m; i++) {
            from[i] = random.nextInt(n);
            to[i] = random.nextInt(n);
            weight[i] = 1 + random.nextInt(4) / 2.0;
        }
        return new Edges(n, from, to, weight);
    }

    /** A random order of the nodes. */
    static int[] names(int nodes, long seed) {
        List<Integer> names = new ArrayList<>();
        for (int v = 0; v < nodes; v++) {
            names.add(v);
        }
        java.util.Collections.shuffle(names, new Random(seed));
        return names.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Node v belongs to group {@code v % groups}. */
    static Graph planted(long seed, int n, int groups, double inside, double outside) {
        Random random = new Random(seed);
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            for (int u = 0; u < v; u++) {
                if (random.nextDouble() < (v % groups == u % groups ? inside : outside)) {
                    edges.add(new int[] {v, u});
                }
            }
        }
        return simple(n, edges);
    }

    static Graph star(int n) {
        List<int[]> edges = new ArrayList<>();
        for (int v = 1; v < n; v++) {
            edges.add(new int[] {0, v});
        }
        return simple(n, edges);
    }

    static Graph clique(int n) {
        int[] from = new int[n * (n - 1) / 2];
        int[] to = new int[from.length];
        int i = 0;
        for (int v = 0; v < n; v++) {
            for (int u = 0; u < v; u++) {
                from[i] = v;
                to[i++] = u;
            }
        }
        return Graph.simple(n, from, to);
    }

    static Graph path(int n) {
        int[] from = new int[n - 1];
        int[] to = new int[n - 1];
        for (int i = 0; i < n - 1; i++) {
            from[i] = i;
            to[i] = i + 1;
        }
        return Graph.simple(n, from, to);
    }

    /** Cliques of {@code size} nodes in a ring, neighbours joined by one edge. */
    static Graph ringOfCliques(int cliques, int size) {
        List<int[]> edges = new ArrayList<>();
        for (int c = 0; c < cliques; c++) {
            for (int v = 0; v < size; v++) {
                for (int u = 0; u < v; u++) {
                    edges.add(new int[] {c * size + v, c * size + u});
                }
            }
            edges.add(new int[] {c * size, (c + 1) % cliques * size + 1});
        }
        return simple(cliques * size, edges);
    }

    private static Graph simple(int n, List<int[]> edges) {
        return Graph.simple(
                n,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray());
    }
}
