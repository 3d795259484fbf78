package suluh.core.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import suluh.core.graph.Betweenness;
import suluh.core.graph.Closeness;
import suluh.core.graph.Clustering;
import suluh.core.graph.CommunityStability;
import suluh.core.graph.Components;
import suluh.core.graph.CoreNumbers;
import suluh.core.graph.CutPoints;
import suluh.core.graph.Fragmentation;
import suluh.core.graph.Graph;
import suluh.core.graph.Leiden;
import suluh.core.graph.NodeValues;
import suluh.core.graph.PageRank;
import suluh.core.graph.Partitions;
import suluh.core.kernel.Workers;

/**
 * Measures of a network over all its layers; the same network and seed give the same figures.
 *
 * <p>{@code docs/network.md} gives each formula, its source and its limits. Cost: that of {@link Betweenness#of}, at most some
 * seconds, and for the largest graphs of five searches for communities.
 */
public final class NetworkMeasures {
    /** Modularity is told at this resolution, whatever communities were searched by. */
    private static final double RESOLUTION = 1;

    private static final int KEY_PLAYERS = 5;
    /** Further seeds that communities are compared over, and the edges up to which they are. */
    private static final int STABILITY_RUNS = 6;

    private static final int MAX_STABILITY_EDGES = 500_000;
    private static final List<Double> SHARES_TAKEN = List.of(0.01, 0.05, 0.1);

    private final CaseNetwork network;
    private final Graph graph;
    private final long seed;
    private final Workers workers;
    private final int[] community;
    private final int[] communitySizes;
    private final double[] stability;
    private final NodeValues betweenness;
    private final NodeValues closeness;
    private final double[] pageRank;
    private final int[] core;
    private final Clustering clustering;
    private final CutPoints cuts;
    private final int[] component;
    private final double modularity;

    private NetworkMeasures(CaseNetwork network, MeasureSettings settings) {
        this.network = network;
        this.graph = network.graph();
        this.seed = settings.seed();
        this.workers = settings.workers();
        this.community = Leiden.communities(graph, settings.quality(), settings.resolution(), Leiden.ITERATIONS, seed);
        this.communitySizes = Partitions.sizes(community);
        this.stability = graph.edgeCount() > MAX_STABILITY_EDGES
                ? new double[0]
                : CommunityStability.of(community, otherSearches(graph, settings))
                        .toArray();
        this.betweenness = Betweenness.of(graph, seed, settings.workers());
        this.closeness = Closeness.harmonic(graph, seed, settings.workers());
        this.pageRank = PageRank.of(network.digraph());
        this.core = CoreNumbers.of(graph);
        this.clustering = Clustering.of(graph);
        this.cuts = CutPoints.of(graph);
        this.component = Components.of(graph);
        this.modularity = Leiden.modularity(graph, community, RESOLUTION);
    }

    /** Communities by the seeds after the first. */
    private static List<int[]> otherSearches(Graph graph, MeasureSettings settings) {
        int[][] found = new int[STABILITY_RUNS][];
        settings.workers()
                .run(IntStream.range(0, STABILITY_RUNS)
                        .mapToObj(run -> (Runnable) () -> found[run] = Leiden.communities(
                                graph,
                                settings.quality(),
                                settings.resolution(),
                                Leiden.ITERATIONS,
                                settings.seed() + 1 + run))
                        .toList());
        return List.of(found);
    }

    /** Measures with communities by modularity, on one thread. */
    public static NetworkMeasures of(CaseNetwork network, long seed) {
        return of(network, MeasureSettings.of(seed));
    }

    public static NetworkMeasures of(CaseNetwork network, MeasureSettings settings) {
        return new NetworkMeasures(network, settings);
    }

    /** Number of the node's community, largest community first. */
    public int community(int node) {
        return community[node];
    }

    /** Shortest paths through the node, unnormalised. */
    public double betweenness(int node) {
        return betweenness.value(node);
    }

    /** Standard error of the betweenness; 0 when exact. */
    public double betweennessError(int node) {
        return betweenness.error(node);
    }

    /** True when betweenness is exact and not estimated from pivots. */
    public boolean isBetweennessExact() {
        return betweenness.isExact();
    }

    /** Harmonic closeness, unnormalised. */
    public double closeness(int node) {
        return closeness.value(node);
    }

    public boolean isClosenessExact() {
        return closeness.isExact();
    }

    /** Share of a walk along directed ties that the node holds. */
    public double pageRank(int node) {
        return pageRank[node];
    }

    public int core(int node) {
        return core[node];
    }

    public int degree(int node) {
        return graph.degree(node);
    }

    public double strength(int node) {
        return graph.strength(node);
    }

    /** Share of pairs of the node's neighbours that are tied. */
    public double clustering(int node) {
        return clustering.local(node);
    }

    /** Share of paths of two ties that a third closes. */
    public double transitivity() {
        return clustering.transitivity();
    }

    /** True when the network falls into more parts without the node. */
    public boolean isCutPoint(int node) {
        return cuts.isCutPoint(node);
    }

    /** Pairs of others that only paths through the node join. */
    public long pairsParted(int node) {
        return cuts.pairsParted(node);
    }

    /** Ties that alone hold two parts together. */
    public List<CutPoints.Bridge> bridges() {
        return cuts.bridges();
    }

    /** Number of its connected part for each node. */
    public int component(int node) {
        return component[node];
    }

    public int componentCount() {
        return Arrays.stream(component).max().orElse(-1) + 1;
    }

    /** Share of directed ties that are answered. */
    public double reciprocity() {
        return network.digraph().reciprocity();
    }

    /** Modularity of the communities at resolution 1, by whatever they were searched. */
    public double modularity() {
        return modularity;
    }

    /** Size of each community, by its number. */
    public List<Integer> communitySizes() {
        return IntStream.of(communitySizes).boxed().toList();
    }

    /** How firmly each community is found again with other seeds, 0 to 1; empty for networks of too many ties. */
    public List<Double> communityStability() {
        return Arrays.stream(stability).boxed().toList();
    }

    /** Accounts whose joint absence would disconnect the most pairs, in the order of choice (Borgatti 2006, greedy). */
    public List<String> keyPlayers() {
        return keyPlayers(KEY_PLAYERS).stream().map(network::key).toList();
    }

    /** The same as places, as many as wanted. */
    List<Integer> keyPlayers(int wanted) {
        return Fragmentation.keyPlayers(graph, wanted, accountsByBetweenness());
    }

    /** Accounts, the one with most paths through it first. */
    int[] accountsByBetweenness() {
        return IntStream.range(0, network.nodeCount())
                .filter(node -> !network.isGroup(node))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer node) -> -betweenness.value(node))
                        .thenComparing(node -> node))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Share of nodes in the largest component, by the share of nodes taken away, highest degree first. */
    public SortedMap<String, Double> robustness() {
        SortedMap<String, Double> robustness = new TreeMap<>();
        for (double share : SHARES_TAKEN) {
            robustness.put(String.format(Locale.ROOT, "%.2f", share), Fragmentation.largestShareWithout(graph, share));
        }
        return robustness;
    }

    /**
     * Where leading accounts would stand by each measure if further ties were missing; of networks of more than 500,000 ties
     * by betweenness and degree only.
     */
    public List<RankInterval> rankIntervals() {
        SequencedMap<String, double[]> measures = new LinkedHashMap<>();
        measures.put("betweenness", betweenness.toArray());
        measures.put("degree", each(graph::degree));
        measures.put("closeness", closeness.toArray());
        measures.put("core", each(node -> core[node]));
        measures.put("pageRank", pageRank.clone());
        measures.put("strength", each(graph::strength));
        return new MissingTies(network, seed, workers).intervals(measures);
    }

    private double[] each(IntToDoubleFunction measure) {
        double[] values = new double[network.nodeCount()];
        Arrays.setAll(values, measure);
        return values;
    }
}
