package suluh.core.graph;

/** Core numbers by peeling: the algorithm of Batagelj and Zaveršnik (2003); time and memory linear in the graph. */
public final class CoreNumbers {
    private CoreNumbers() {}

    /** For each node the largest k such that it belongs to a subgraph in which every node has k neighbours. */
    public static int[] of(Graph graph) {
        int n = graph.nodeCount();
        int[] degree = new int[n];
        int maxDegree = 0;
        for (int v = 0; v < n; v++) {
            degree[v] = graph.degree(v);
            maxDegree = Math.max(maxDegree, degree[v]);
        }
        int[] binStart = new int[maxDegree + 2];
        for (int v = 0; v < n; v++) {
            binStart[degree[v] + 1]++;
        }
        for (int d = 0; d <= maxDegree; d++) {
            binStart[d + 1] += binStart[d];
        }
        int[] order = new int[n];
        int[] place = new int[n];
        int[] next = binStart.clone();
        for (int v = 0; v < n; v++) {
            place[v] = next[degree[v]]++;
            order[place[v]] = v;
        }
        for (int i = 0; i < n; i++) {
            int v = order[i];
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                int u = graph.neighbour(e);
                if (degree[u] > degree[v]) {
                    moveDown(u, degree, order, place, binStart);
                }
            }
        }
        return degree;
    }

    /** Swaps u with the first node of its bin and lets the bin begin after it. */
    private static void moveDown(int u, int[] degree, int[] order, int[] place, int[] binStart) {
        int first = binStart[degree[u]];
        int other = order[first];
        if (other != u) {
            order[place[u]] = other;
            place[other] = place[u];
            order[first] = u;
            place[u] = first;
        }
        binStart[degree[u]]++;
        degree[u]--;
    }
}
