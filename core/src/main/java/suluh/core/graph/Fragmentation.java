package suluh.core.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What breaks a graph apart: key players of the negative problem of Borgatti (2006), and the effect of their absence.
 *
 * <p>{@code F = 1 − Σ s_k (s_k − 1) / (n (n − 1))} over component sizes s_k: the share of pairs that no path joins. Where no
 * node's absence parts any pair, the distance-weighted {@code D = 1 − 2 Σ 1/d_ij / (n (n − 1))} decides instead.
 */
public final class Fragmentation {
    /** Nodes plus edges up to which distances decide among candidates: 60 searches from every node in seconds. */
    private static final long MAX_DISTANCE_WORK = 4_000_000;

    /** Candidates that distances are asked about: the first of those given. */
    private static final int MAX_DISTANCE_CANDIDATES = 24;

    private Fragmentation() {}

    /**
     * Nodes whose joint absence disconnects the most pairs, chosen greedily: each the best after those before it.
     *
     * @param wanted how many
     * @param candidates nodes to choose from, in the order that breaks ties
     * @return at most {@code wanted} nodes, in the order of choice; fewer when nothing more can be gained. Cost: wanted ×
     *     (nodes + edges), and for small graphs without cut points wanted × 24 × nodes × edges.
     */
    public static List<Integer> keyPlayers(Graph graph, int wanted, int[] candidates) {
        boolean[] removed = new boolean[graph.nodeCount()];
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < wanted) {
            CutPoints cuts = CutPoints.without(graph, removed);
            int best = -1;
            long most = 0;
            boolean parts = false;
            for (int candidate : candidates) {
                // The pairs that the node itself was in are lost too.
                long lost = cuts.pairsParted(candidate) + Math.max(0, cuts.componentSize(candidate) - 1);
                if (!removed[candidate] && lost > most) {
                    most = lost;
                    best = candidate;
                }
                parts |= !removed[candidate] && cuts.pairsParted(candidate) > 0;
            }
            if (best < 0) {
                break;
            }
            if (!parts && (long) graph.nodeCount() * graph.edgeCount() <= MAX_DISTANCE_WORK) {
                best = mostDistancing(graph, removed, candidates, best);
            }
            removed[best] = true;
            chosen.add(best);
        }
        return chosen;
    }

    /** Share of pairs of all nodes that no path joins once the nodes marked are gone; 0 for fewer than two nodes. */
    public static double fragmentation(Graph graph, boolean[] removed) {
        double n = graph.nodeCount();
        return n < 2 ? 0 : 1 - connectedPairs(graph, removed) / (n * (n - 1) / 2);
    }

    /** Share of all nodes that are in the largest component once the nodes marked are gone. */
    public static double largestShare(Graph graph, boolean[] removed) {
        int[] sizes = Components.sizes(Components.without(graph, removed));
        return graph.nodeCount() == 0 ? 0 : IntStream.of(sizes).max().orElse(0) / (double) graph.nodeCount();
    }

    /** Share of all nodes that are in the largest component once this share of them, highest degree first, is gone. */
    public static double largestShareWithout(Graph graph, double share) {
        int n = graph.nodeCount();
        boolean[] removed = new boolean[n];
        IntStream.range(0, n)
                .boxed()
                .sorted((x, y) -> Integer.compare(graph.degree(y), graph.degree(x)))
                .limit((long) Math.ceil(n * share))
                .forEach(v -> removed[v] = true);
        return largestShare(graph, removed);
    }

    /** Pairs of remaining nodes that a path joins. */
    public static long connectedPairs(Graph graph, boolean[] removed) {
        long pairs = 0;
        for (int size : Components.sizes(Components.without(graph, removed))) {
            pairs += (long) size * (size - 1) / 2;
        }
        return pairs;
    }

    private static int mostDistancing(Graph graph, boolean[] removed, int[] candidates, int otherwise) {
        int best = otherwise;
        double least = Double.MAX_VALUE;
        int asked = 0;
        for (int candidate : candidates) {
            if (!removed[candidate] && asked++ < MAX_DISTANCE_CANDIDATES) {
                removed[candidate] = true;
                double near = nearness(graph, removed);
                removed[candidate] = false;
                if (near < least) {
                    least = near;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** Sum of 1/steps over ordered pairs of remaining nodes. */
    private static double nearness(Graph graph, boolean[] removed) {
        int n = graph.nodeCount();
        int[] distance = new int[n];
        int[] queue = new int[n];
        double sum = 0;
        for (int source = 0; source < n; source++) {
            if (removed[source]) {
                continue;
            }
            java.util.Arrays.fill(distance, -1);
            int head = 0;
            int tail = 0;
            queue[tail++] = source;
            distance[source] = 0;
            while (head < tail) {
                int v = queue[head++];
                sum += distance[v] == 0 ? 0 : 1.0 / distance[v];
                for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                    int u = graph.neighbour(e);
                    if (distance[u] < 0 && !removed[u]) {
                        distance[u] = distance[v] + 1;
                        queue[tail++] = u;
                    }
                }
            }
        }
        return sum;
    }
}
