package suluh.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import suluh.core.graph.Betweenness;
import suluh.core.graph.Closeness;
import suluh.core.graph.CoreNumbers;
import suluh.core.graph.Digraph;
import suluh.core.graph.Graph;
import suluh.core.graph.PageRank;
import suluh.core.kernel.Workers;

/**
 * How far the rank of leading accounts can be relied on: data are never complete, so ties are taken away at random and the
 * measure is taken again (Borgatti, Carley and Krackhardt 2006).
 *
 * <p>Shows what missing ties of the same kind would do; it cannot show what ties of accounts would do that nobody has seen.
 */
final class MissingTies {
    static final List<Double> SHARES = List.of(0.05, 0.1, 0.2);
    /** Measures of every network; the others only where taking them thirty times more costs little. */
    private static final Set<String> CHEAP = Set.of("betweenness", "degree");

    private static final int MAX_EDGES_OF_OTHERS = 500_000;
    private static final int DRAWS = 10;
    private static final int LEADERS = 10;
    private static final int MIN_PIVOTS = 16;
    /** Edges visited over all draws; beyond, betweenness and closeness are taken from fewer pivots. */
    private static final long MAX_WORK = 300_000_000L;

    private final CaseNetwork network;
    private final Graph graph;
    private final long seed;
    private final Workers workers;
    private final int[] accounts;

    /** The leading accounts by one measure, and where they stood in the draws of one share. */
    private static final class Leaders {
        private final String measure;
        private final double[] values;
        private final int[] nodes;
        private final int[] best;
        private final int[] worst;
        private final List<List<RankInterval.Missing>> missing = new ArrayList<>();

        Leaders(String measure, double[] values, int[] accounts) {
            this.measure = measure;
            this.values = values;
            this.nodes = Arrays.stream(accounts)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer node) -> -values[node])
                            .thenComparing(node -> node))
                    .limit(LEADERS)
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.best = new int[nodes.length];
            this.worst = new int[nodes.length];
            Arrays.stream(nodes).forEach(ignored -> missing.add(new ArrayList<>()));
            begin();
        }

        void begin() {
            Arrays.fill(best, Integer.MAX_VALUE);
            Arrays.fill(worst, 0);
        }

        int[] ranks(double[] again, int[] accounts) {
            return Arrays.stream(nodes).map(node -> rank(node, again, accounts)).toArray();
        }

        void note(int[] ranks) {
            for (int i = 0; i < nodes.length; i++) {
                best[i] = Math.min(best[i], ranks[i]);
                worst[i] = Math.max(worst[i], ranks[i]);
            }
        }

        void end(double share) {
            for (int i = 0; i < nodes.length; i++) {
                missing.get(i).add(new RankInterval.Missing(share, best[i], worst[i]));
            }
            begin();
        }
    }

    /** @param workers who make draws side by side where a graph is small; the ranks do not depend on how many there are */
    MissingTies(CaseNetwork network, long seed, Workers workers) {
        this.network = network;
        this.graph = network.graph();
        this.seed = seed;
        // Each draw holds a graph of its own.
        this.workers = graph.edgeCount() <= MAX_EDGES_OF_OTHERS ? workers : Workers.ONE;
        this.accounts = IntStream.range(0, network.nodeCount())
                .filter(node -> !network.isGroup(node))
                .toArray();
    }

    /** Intervals of the leading accounts by each of these measures, whose values with all ties are given. */
    List<RankInterval> intervals(SequencedMap<String, double[]> measures) {
        List<Leaders> all = new ArrayList<>();
        measures.forEach((measure, values) -> {
            if (CHEAP.contains(measure) || graph.edgeCount() <= MAX_EDGES_OF_OTHERS) {
                all.add(new Leaders(measure, values, accounts));
            }
        });
        for (double share : SHARES) {
            int[][][] ranks = new int[DRAWS][][];
            workers.run(IntStream.range(0, DRAWS)
                    .mapToObj(draw -> (Runnable) () -> ranks[draw] = ranks(all, share, draw))
                    .toList());
            for (int i = 0; i < all.size(); i++) {
                for (int[][] drawn : ranks) {
                    all.get(i).note(drawn[i]);
                }
                all.get(i).end(share);
            }
        }
        List<RankInterval> intervals = new ArrayList<>();
        for (Leaders leaders : all) {
            for (int i = 0; i < leaders.nodes.length; i++) {
                intervals.add(new RankInterval(
                        network.key(leaders.nodes[i]),
                        leaders.measure,
                        rank(leaders.nodes[i], leaders.values, accounts),
                        leaders.missing.get(i)));
            }
        }
        return intervals;
    }

    /** Ranks of the leaders by each measure in one draw. */
    private int[][] ranks(List<Leaders> all, double share, int draw) {
        Graph thinned = without(share, draw);
        return all.stream()
                .map(leaders -> leaders.ranks(again(leaders.measure, thinned, draw), accounts))
                .toArray(int[][]::new);
    }

    private double[] again(String measure, Graph thinned, int draw) {
        long work = MAX_WORK / ((long) SHARES.size() * DRAWS);
        double[] values = new double[thinned.nodeCount()];
        switch (measure) {
            case "betweenness" -> {
                return Betweenness.of(thinned, work, seed + draw).toArray();
            }
            case "closeness" -> {
                long pivots = work / Math.max(1, (long) thinned.nodeCount() + thinned.edgeCount());
                int sources = Math.clamp(pivots, MIN_PIVOTS, Math.max(MIN_PIVOTS, thinned.nodeCount()));
                return Closeness.harmonic(thinned, sources, seed + draw).toArray();
            }
            case "pageRank" -> {
                return PageRank.of(directed(thinned));
            }
            case "core" -> {
                int[] core = CoreNumbers.of(thinned);
                Arrays.setAll(values, node -> core[node]);
            }
            case "strength" -> Arrays.setAll(values, node -> strength(thinned, node));
            case "degree" -> Arrays.setAll(values, thinned::degree);
            default -> throw new IllegalArgumentException("no measure of accounts: " + measure);
        }
        return values;
    }

    /** What the ties that are left weigh. */
    private double strength(Graph thinned, int node) {
        double sum = 0;
        for (int e = graph.firstEdge(node); e < graph.firstEdge(node + 1); e++) {
            sum += thinned.joins(node, graph.neighbour(e)) ? graph.weight(e) : 0;
        }
        return sum;
    }

    /** The arcs whose ties are left. */
    private Digraph directed(Graph thinned) {
        Digraph whole = network.digraph();
        int[] from = new int[whole.arcCount()];
        int[] to = new int[whole.arcCount()];
        double[] weight = new double[whole.arcCount()];
        int kept = 0;
        for (int v = 0; v < whole.nodeCount(); v++) {
            for (int arc = whole.firstArc(v); arc < whole.firstArc(v + 1); arc++) {
                if (thinned.joins(v, whole.target(arc))) {
                    from[kept] = v;
                    to[kept] = whole.target(arc);
                    weight[kept++] = whole.weight(arc);
                }
            }
        }
        return Digraph.of(
                whole.nodeCount(), Arrays.copyOf(from, kept), Arrays.copyOf(to, kept), Arrays.copyOf(weight, kept));
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
