package suluh.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jgrapht.alg.clustering.UndirectedModularityMeasurer;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClosenessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each measure against JGraphT's on random graphs: of many sizes, in parts, with parallel edges and loops, and empty. */
class JgraphtComparisonTest {
    private static final double ROUNDING = 1e-7;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pathMeasuresAgree(long seed) {
        Graph graph = RandomGraphs.random(seed).graph();
        var theirs = undirected(graph, false);

        assertClose(Betweenness.exact(graph), new BetweennessCentrality<>(theirs, false).getScores());
        assertClose(Closeness.harmonic(graph, 1).toArray(), new HarmonicCentrality<>(theirs, false, false).getScores());
        double[] closeness = Closeness.withinComponent(graph);
        Map<Integer, Double> connected = new ClosenessCentrality<>(theirs).getScores();
        if (new ConnectivityInspector<>(theirs).isConnected() && graph.nodeCount() > 1) {
            assertClose(closeness, connected);
        }
        assertThat(java.util.Arrays.stream(closeness)).allMatch(value -> value >= 0 && value <= 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void directedMeasuresAgree(long seed) {
        Digraph graph = RandomGraphs.random(seed).digraph();
        var theirs = directed(graph);

        assertClose(Betweenness.exact(graph), new BetweennessCentrality<>(unweighted(graph), false).getScores());
        assertThat(sets(Components.strong(graph)))
                .isEqualTo(new HashSet<>(new KosarajuStrongConnectivityInspector<>(theirs).stronglyConnectedSets()));
        assertThat(sets(Components.weak(graph)))
                .isEqualTo(new HashSet<>(new ConnectivityInspector<>(theirs).connectedSets()));
        if (graph.nodeCount() > 0) {
            assertClose(
                    PageRank.of(graph), new org.jgrapht.alg.scoring.PageRank<>(theirs, 0.85, 500, 1e-12).getScores());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void structureAgrees(long seed) {
        Graph graph = RandomGraphs.random(seed).graph();
        var theirs = undirected(graph, false);
        int[] cores = CoreNumbers.of(graph);
        Clustering clustering = Clustering.of(graph);
        CutPoints cuts = CutPoints.of(graph);
        Map<Integer, Integer> theirCores = new Coreness<>(theirs).getScores();
        ClusteringCoefficient<Integer, DefaultWeightedEdge> theirClustering = new ClusteringCoefficient<>(theirs);
        BiconnectivityInspector<Integer, DefaultWeightedEdge> inspector = new BiconnectivityInspector<>(theirs);

        for (int v = 0; v < graph.nodeCount(); v++) {
            assertThat(cores[v]).isEqualTo(theirCores.get(v));
            assertThat(clustering.local(v)).isCloseTo(theirClustering.getVertexScore(v), within(ROUNDING));
            assertThat(cuts.isCutPoint(v)).isEqualTo(inspector.getCutpoints().contains(v));
        }
        assertThat(sets(Components.of(graph)))
                .isEqualTo(new HashSet<>(new ConnectivityInspector<>(theirs).connectedSets()));
        assertThat(cuts.bridges()).hasSize(inspector.getBridges().size());
        if (clustering.transitivity() > 0) {
            assertThat(clustering.transitivity())
                    .isCloseTo(theirClustering.getGlobalClusteringCoefficient(), within(ROUNDING));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void modularityOfTheCommunitiesFoundAgrees(long seed) {
        Graph graph = RandomGraphs.random(seed).graph();
        int[] community = Leiden.communities(graph, 1, seed);

        if (graph.edgeCount() > 0) {
            double theirs = new UndirectedModularityMeasurer<>(undirected(graph, true))
                    .modularity(java.util.List.copyOf(sets(community)));
            assertThat(Leiden.modularity(graph, community, 1)).isCloseTo(theirs, within(ROUNDING));
        }
    }

    private static void assertClose(double[] ours, Map<Integer, Double> theirs) {
        for (int v = 0; v < ours.length; v++) {
            assertThat(ours[v]).as("node %d", v).isCloseTo(theirs.get(v), within(ROUNDING));
        }
    }

    private static Set<Set<Integer>> sets(int[] part) {
        Map<Integer, Set<Integer>> byNumber = new java.util.HashMap<>();
        for (int v = 0; v < part.length; v++) {
            byNumber.computeIfAbsent(part[v], ignored -> new HashSet<>()).add(v);
        }
        return new HashSet<>(byNumber.values());
    }

    private static SimpleWeightedGraph<Integer, DefaultWeightedEdge> undirected(Graph graph, boolean weighted) {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> result = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        for (int v = 0; v < graph.nodeCount(); v++) {
            result.addVertex(v);
        }
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                if (graph.neighbour(e) > v) {
                    result.setEdgeWeight(result.addEdge(v, graph.neighbour(e)), weighted ? graph.weight(e) : 1);
                }
            }
        }
        return result;
    }

    private static SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> directed(Digraph graph) {
        return directed(graph, true);
    }

    private static SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> unweighted(Digraph graph) {
        return directed(graph, false);
    }

    private static SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> directed(Digraph graph, boolean weighted) {
        SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> result =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        for (int v = 0; v < graph.nodeCount(); v++) {
            result.addVertex(v);
        }
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int arc = graph.firstArc(v); arc < graph.firstArc(v + 1); arc++) {
                result.setEdgeWeight(result.addEdge(v, graph.target(arc)), weighted ? graph.weight(arc) : 1);
            }
        }
        return result;
    }
}
