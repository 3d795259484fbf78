package suluh.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import suluh.core.graph.Betweenness;
import suluh.core.graph.Graph;

/**
 * How far the rank of leading accounts can be relied on: data are never complete, so ties are taken away at random and the
 * measure is taken again (Borgatti, Carley and Krackhardt 2006).
 *
 * <p>Shows what missing ties of the same kind would do; it cannot show what ties of accounts would do that nobody has seen.
 */
final class MissingTies {
    static final List<Double> SHARES = List.of(0.05, 0.1, 0.2);
    private static final int DRAWS = 10;
    private static final int LEADERS = 10;
    /** Edges visited over all draws; beyond, betweenness is taken from fewer pivots. */
    private static final long MAX_WORK = 300_000_000L;

    private final CaseNetwork network;
    private final Graph graph;
    private final long seed;

    MissingTies(CaseNetwork network, long seed) {
        this.network = network;
        this.graph = network.graph();
        this.seed = seed;
    }

    /** Intervals of the leading accounts by this measure, whose values with all ties are given. */
    List<RankInterval> intervals(String measure, double[] values) {
        int[] accounts = IntStream.range(0, network.nodeCount())
                .filter(node -> !network.isGroup(node))
                .toArray();
        int[] leaders = Arrays.stream(accounts)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer node) -> -values[node])
                        .thenComparing(node -> node))
                .limit(LEADERS)
                .mapToInt(Integer::intValue)
                .toArray();
        List<List<RankInterval.Missing>> missing = new ArrayList<>();
        for (int ignored : leaders) {
            missing.add(new ArrayList<>());
        }
        for (double share : SHARES) {
            int[] best = new int[leaders.length];
            int[] worst = new int[leaders.length];
            Arrays.fill(best, Integer.MAX_VALUE);
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] again = again(measure, without(share, draw), draw);
                for (int i = 0; i < leaders.length; i++) {
                    int rank = rank(leaders[i], again, accounts);
                    best[i] = Math.min(best[i], rank);
                    worst[i] = Math.max(worst[i], rank);
                }
            }
            for (int i = 0; i < leaders.length; i++) {
                missing.get(i).add(new RankInterval.Missing(share, best[i], worst[i]));
            }
        }
        List<RankInterval> intervals = new ArrayList<>();
        for (int i = 0; i < leaders.length; i++) {
            intervals.add(new RankInterval(
                    network.key(leaders[i]), measure, rank(leaders[i], values, accounts), missing.get(i)));
        }
        return intervals;
    }

    private double[] again(String measure, Graph thinned, int draw) {
        if (measure.equals("degree")) {
            double[] degree = new double[thinned.nodeCount()];
            Arrays.setAll(degree, thinned::degree);
            return degree;
        }
        long runs = (long) SHARES.size() * DRAWS;
        return Betweenness.of(thinned, MAX_WORK / runs, seed + draw).toArray();
    }

    private Graph without(double share, int draw) {
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus")
                .create(seed * 1_000_003 + Math.round(share * 100) * 101 + draw);
        int[] from = new int[graph.edgeCount()];
        int[] to = new int[graph.edgeCount()];
        int kept = 0;
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                if (graph.neighbour(e) > v && random.nextDouble() >= share) {
                    from[kept] = v;
                    to[kept++] = graph.neighbour(e);
                }
            }
        }
        return Graph.simple(graph.nodeCount(), Arrays.copyOf(from, kept), Arrays.copyOf(to, kept));
    }

    /** One more than the accounts that stand before it. */
    private static int rank(int node, double[] values, int[] accounts) {
        int before = 0;
        for (int other : accounts) {
            before += values[other] > values[node] ? 1 : 0;
        }
        return before + 1;
    }
}
