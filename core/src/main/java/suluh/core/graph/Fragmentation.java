package suluh.core.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What breaks a graph apart: key players and robustness. */
public final class Fragmentation {
    private Fragmentation() {}

    /**
     * Nodes whose joint absence disconnects the most pairs: Borgatti's KPP-NEG (2006), chosen greedily.
     *
     * @param wanted how many
     * @param candidates nodes to choose from, in the order that breaks ties; the cost is wanted × candidates × edges
     * @return at most {@code wanted} nodes, in the order of choice; fewer when nothing more can be gained
     */
    public static List<Integer> keyPlayers(Graph graph, int wanted, int[] candidates) {
        boolean[] removed = new boolean[graph.nodeCount()];
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < wanted) {
            int best = -1;
            long fewest = connectedPairs(graph, removed);
            for (int candidate : candidates) {
                if (!removed[candidate]) {
                    removed[candidate] = true;
                    long pairs = connectedPairs(graph, removed);
                    removed[candidate] = false;
                    if (pairs < fewest) {
                        fewest = pairs;
                        best = candidate;
                    }
                }
            }
            if (best < 0) {
                break;
            }
            removed[best] = true;
            chosen.add(best);
        }
        return chosen;
    }

    /** Share of all nodes that are in the largest component once this share of them, highest degree first, is gone. */
    public static double largestShareWithout(Graph graph, double share) {
        int n = graph.nodeCount();
        if (n == 0) {
            return 0;
        }
        boolean[] removed = new boolean[n];
        IntStream.range(0, n)
                .boxed()
                .sorted((x, y) -> Integer.compare(graph.degree(y), graph.degree(x)))
                .limit((long) Math.ceil(n * share))
                .forEach(v -> removed[v] = true);
        int[] sizes = Components.sizes(Components.without(graph, removed));
        return IntStream.of(sizes).max().orElse(0) / (double) n;
    }

    /** Pairs of remaining nodes that a path joins. */
    static long connectedPairs(Graph graph, boolean[] removed) {
        long pairs = 0;
        for (int size : Components.sizes(Components.without(graph, removed))) {
            pairs += (long) size * (size - 1) / 2;
        }
        return pairs;
    }
}
