package suluh.core.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Projection of a bipartite graph on one side, keeping only pairs that share more neighbours than chance explains: the
 * statistically validated projection of Tumminello and others (2011).
 *
 * <p>Two nodes with {@code a} and {@code b} of N possible neighbours share X by chance, X hypergeometric; {@code p = P(X ≥
 * shared)}. A pair is kept while p is within the false discovery rate of Benjamini and Hochberg (1995) over all n (n − 1) / 2
 * pairs; {@link Pair#survivesBonferroni} marks those that also survive the stricter bound. What the projection drops: which
 * neighbours were shared, weights, direction and times.
 *
 * <p>Departure: the paper repeats the test within classes of equally popular neighbours; here one test over all, which
 * overrates pairs that share very popular neighbours. Time: for each neighbour the square of its degree, at most {@value
 * #MAX_PAIRS} pairs; a neighbour beyond that is left out and counted.
 */
public final class ValidatedProjection {
    /** Pairs of one neighbour or of all: about 300 MB while they are counted. */
    public static final long MAX_PAIRS = 5_000_000;

    /**
     * Two nodes of the side projected on.
     *
     * @param shared neighbours that both have
     * @param chance probability of sharing as many or more when neighbours are drawn at random
     * @param isValidated true when kept at the false discovery rate
     * @param survivesBonferroni true when kept under Bonferroni's bound as well
     */
    public record Pair(int a, int b, int shared, double chance, boolean isValidated, boolean survivesBonferroni) {}

    /**
     * All pairs that share a neighbour, least likely first.
     *
     * @param skippedNeighbours neighbours with too many pairs, which were left out
     */
    public record Projection(List<Pair> pairs, int skippedNeighbours) {
        public Projection {
            pairs = List.copyOf(pairs);
        }
    }

    private ValidatedProjection() {}

    /**
     * Projects.
     *
     * @param side marks the nodes projected on; each edge has one end on either side, others are ignored
     * @param rate false discovery rate, such as 0.01
     */
    public static Projection of(Graph graph, boolean[] side, double rate) {
        int[] degree = new int[graph.nodeCount()];
        int nodes = 0;
        int others = 0;
        for (int v = 0; v < degree.length; v++) {
            nodes += side[v] && graph.degree(v) > 0 ? 1 : 0;
            others += !side[v] && graph.degree(v) > 0 ? 1 : 0;
        }
        Map<Long, Integer> shared = new HashMap<>();
        int skipped = 0;
        for (int v = 0; v < degree.length; v++) {
            if (!side[v]) {
                skipped += count(graph, side, v, shared) ? 0 : 1;
            } else {
                for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                    degree[v] += side[graph.neighbour(e)] ? 0 : 1;
                }
            }
        }
        return new Projection(validated(shared, degree, others, nodes * (nodes - 1.0) / 2, rate), skipped);
    }

    /** Counts the pairs of one neighbour; false when they are too many. */
    private static boolean count(Graph graph, boolean[] side, int neighbour, Map<Long, Integer> shared) {
        long ends = 0;
        for (int e = graph.firstEdge(neighbour); e < graph.firstEdge(neighbour + 1); e++) {
            ends += side[graph.neighbour(e)] ? 1 : 0;
        }
        if (ends * (ends - 1) / 2 + shared.size() > MAX_PAIRS) {
            return false;
        }
        for (int e = graph.firstEdge(neighbour); e < graph.firstEdge(neighbour + 1); e++) {
            int a = graph.neighbour(e);
            for (int f = e + 1; side[a] && f < graph.firstEdge(neighbour + 1); f++) {
                if (side[graph.neighbour(f)]) {
                    shared.merge(((long) a << 32) | graph.neighbour(f), 1, Integer::sum);
                }
            }
        }
        return true;
    }

    private static List<Pair> validated(
            Map<Long, Integer> shared, int[] degree, int others, double tests, double rate) {
        List<Pair> pairs = new ArrayList<>();
        LogFactorials logs = new LogFactorials(others);
        shared.forEach((key, count) -> {
            int a = (int) (key >> 32);
            int b = key.intValue();
            double chance = logs.atLeast(count, degree[a], degree[b], others);
            pairs.add(new Pair(a, b, count, chance, false, chance <= rate / tests));
        });
        pairs.sort(Comparator.comparingDouble(Pair::chance)
                .thenComparingInt(Pair::a)
                .thenComparingInt(Pair::b));
        int kept = 0;
        for (int i = 0; i < pairs.size(); i++) {
            kept = pairs.get(i).chance() <= rate * (i + 1) / tests ? i + 1 : kept;
        }
        for (int i = 0; i < kept; i++) {
            Pair pair = pairs.get(i);
            pairs.set(i, new Pair(pair.a(), pair.b(), pair.shared(), pair.chance(), true, pair.survivesBonferroni()));
        }
        return pairs;
    }

    /** Logarithms of factorials, for hypergeometric tails. */
    private static final class LogFactorials {
        private final double[] log;

        LogFactorials(int most) {
            log = new double[most + 1];
            for (int i = 1; i <= most; i++) {
                log[i] = log[i - 1] + Math.log(i);
            }
        }

        /** Chance that two draws of a and b out of n share {@code least} or more. */
        double atLeast(int least, int a, int b, int n) {
            double sum = 0;
            for (int x = least; x <= Math.min(a, b); x++) {
                if (n - a - (b - x) >= 0) {
                    sum += Math.exp(choose(a, x) + choose(n - a, b - x) - choose(n, b));
                }
            }
            return Math.min(1, sum);
        }

        private double choose(int n, int k) {
            return log[n] - log[k] - log[n - k];
        }
    }
}
