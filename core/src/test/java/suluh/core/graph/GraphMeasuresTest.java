package suluh.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Workers;

class GraphMeasuresTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreeWithTheirDefinitionsOnRandomGraphs(long seed) {
        Graph graph = random(seed);

        assertThat(CoreNumbers.of(graph)).isEqualTo(naiveCores(graph));
        assertThat(Betweenness.exact(graph)).containsExactly(naiveBetweenness(graph), within(1e-9));
        assertThat(Fragmentation.connectedPairs(graph, new boolean[graph.nodeCount()]))
                .isEqualTo(naivePairs(graph));
    }

    @Test
    void addsUpParallelEdgesAndDropsLoops() {
        Graph graph = Graph.of(3, new int[] {0, 1, 2, 2}, new int[] {1, 0, 2, 1}, new double[] {1, 2, 5, 1});

        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(graph.strength(0)).isEqualTo(3);
        assertThat(graph.degree(2)).isEqualTo(1);
    }

    @Test
    void countsAPairOnceInASimpleGraph() {
        Graph graph = Graph.simple(4, new int[] {0, 1, 2, 2, 0}, new int[] {1, 0, 2, 1, 1});

        assertThat(graph.edgeCount()).isEqualTo(2);
        assertThat(graph.strength(1)).isEqualTo(2);
        assertThat(graph.joins(2, 1)).isTrue();
        assertThat(graph.joins(0, 3)).isFalse();
    }

    @Test
    void refusesEdgesThatAreNone() {
        assertThatThrownBy(() -> Graph.of(2, new int[] {0}, new int[] {2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Graph.of(2, new int[] {0}, new int[] {1}, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Graph.simple(2, new int[] {0}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdForNoNodesAndForOne() {
        for (int n = 0; n < 2; n++) {
            Graph graph = Graph.simple(n, new int[0], new int[0]);

            assertThat(Betweenness.of(graph, 1).toArray()).containsOnly(zeros(n));
            assertThat(Closeness.harmonic(graph, 1).toArray()).containsOnly(zeros(n));
            assertThat(PageRank.of(graph)).hasSize(n);
            assertThat(CoreNumbers.of(graph)).hasSize(n);
            assertThat(Clustering.of(graph).average()).isZero();
            assertThat(CutPoints.of(graph).bridges()).isEmpty();
            assertThat(Leiden.communities(graph, 1, 1)).hasSize(n);
            assertThat(Fragmentation.largestShareWithout(graph, 0)).isEqualTo(n);
            assertThat(Fragmentation.fragmentation(graph, new boolean[n])).isZero();
        }
    }

    @Test
    void giveAStarsCentreEverything() {
        Graph star = RandomGraphs.star(50);

        assertThat(Betweenness.exact(star)[0]).isEqualTo(49 * 48 / 2.0);
        assertThat(Fragmentation.keyPlayers(star, 3, new int[] {5, 0}).getFirst())
                .isZero();
        assertThat(Fragmentation.largestShareWithout(star, 0.01)).isEqualTo(1 / 50.0);
        assertThat(CutPoints.of(star).pairsParted(0)).isEqualTo(49 * 48 / 2);
        assertThat(CutPoints.of(star).bridges()).hasSize(49);
        assertThat(ReachSet.of(star, 3, 1, new int[] {7, 0}).nodes()).containsExactly(0);
    }

    @Test
    void findNoOneInACliqueMoreThanAnother() {
        int n = 400;
        Graph clique = RandomGraphs.clique(n);

        assertThat(Betweenness.exact(clique)).containsOnly(0);
        assertThat(Arrays.stream(CoreNumbers.of(clique)).distinct()).containsExactly(n - 1);
        assertThat(Clustering.of(clique).transitivity()).isEqualTo(1);
        assertThat(Arrays.stream(Leiden.communities(clique, 1, 1)).distinct()).containsExactly(0);
        assertThat(CutPoints.of(clique).bridges()).isEmpty();
    }

    @Test
    void needNoDeepStackForALongPath() {
        int n = 1_000_000;
        Graph path = RandomGraphs.path(n);
        Digraph directed = Digraph.of(n, steps(n, 0), steps(n, 1), ones(n - 1));

        assertThat(Arrays.stream(CoreNumbers.of(path)).max()).hasValue(1);
        assertThat(Components.sizes(Components.of(path))).containsExactly(n);
        assertThat(Components.sizes(Components.strong(directed))).hasSize(n);
        assertThat(CutPoints.of(path).bridges()).hasSize(n - 1);
        int[] community = Leiden.communities(path, 1, 1);
        assertThat(Leiden.modularity(path, community, 1)).isGreaterThan(0.99);
    }

    @Test
    void stateTheErrorOfAnEstimate() {
        Graph graph = RandomGraphs.planted(7, 2_000, 10, 0.08, 0.0005);
        double[] exact = Betweenness.exact(graph);
        NodeValues estimate = Betweenness.sampled(graph, 400, 3);
        double[] harmonic = Closeness.harmonic(graph, 2_000, 1).toArray();
        NodeValues someHarmonic = Closeness.harmonic(graph, 400, 3);

        assertThat(estimate.isExact()).isFalse();
        assertThat(estimate.sampledSources()).isEqualTo(400);
        assertThat(shareWithin(estimate, exact, 2)).isGreaterThan(0.85);
        assertThat(shareWithin(someHarmonic, harmonic, 2)).isGreaterThan(0.9);
    }

    @Test
    void addUpToTheLastDigitOnAnyNumberOfThreads() {
        Graph graph = RandomGraphs.planted(9, 2_500, 10, 0.05, 0.003);
        Workers many = tasks -> tasks.parallelStream().forEach(Runnable::run);
        Workers backwards = tasks -> tasks.reversed().forEach(Runnable::run);

        double[] betweenness = Betweenness.exact(graph, Workers.ONE);
        double[] closeness = Closeness.harmonic(graph, 1, Workers.ONE).toArray();

        assertThat(SourceRuns.count(graph.rows, graph.nodeCount())).isGreaterThan(1);
        assertThat(Betweenness.exact(graph, many)).containsExactly(betweenness);
        assertThat(Betweenness.exact(graph, backwards)).containsExactly(betweenness);
        assertThat(Closeness.harmonic(graph, 1, many).toArray()).containsExactly(closeness);
        assertThat(Closeness.harmonic(graph, graph.nodeCount(), 1).toArray())
                .containsExactly(closeness, within(1e-9 * graph.nodeCount()));
    }

    @Test
    void addUpWhatEachSourceAdds() {
        Graph graph = RandomGraphs.planted(9, 2_500, 10, 0.05, 0.003);
        double[] exact = Betweenness.exact(graph);

        double[] sum = new double[graph.nodeCount()];
        for (int source = 0; source < sum.length; source++) {
            double[] own = Betweenness.from(graph, new int[] {source}, Workers.ONE);
            for (int v = 0; v < sum.length; v++) {
                sum[v] += own[v];
            }
        }

        for (int v = 0; v < sum.length; v++) {
            assertThat(exact[v]).isCloseTo(sum[v], within(1e-9 * Math.max(1, sum[v])));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void sayForEachNodeWhatItsLossWouldPart(long seed) {
        Graph graph = random(seed);
        CutPoints cuts = CutPoints.of(graph);

        for (int v = 0; v < graph.nodeCount(); v++) {
            boolean[] removed = new boolean[graph.nodeCount()];
            long before = Fragmentation.connectedPairs(graph, removed);
            removed[v] = true;
            long after = Fragmentation.connectedPairs(graph, removed);
            assertThat(cuts.pairsParted(v)).isEqualTo(before - after - Math.max(0, cuts.componentSize(v) - 1));
        }
        assertThat(cuts.connectedPairs()).isEqualTo(naivePairs(graph));
    }

    @Test
    void countAnsweredArcs() {
        Digraph graph = Digraph.of(3, new int[] {0, 1, 1, 2}, new int[] {1, 0, 2, 2}, ones(4));

        assertThat(graph.arcCount()).isEqualTo(3);
        assertThat(graph.reciprocity()).isEqualTo(2 / 3.0);
        assertThat(graph.inDegree(2)).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void followTheNodesWhenTheyAreRenamed(long seed) {
        RandomGraphs.Edges edges = RandomGraphs.random(seed);
        int[] name = RandomGraphs.names(edges.nodes(), seed + 1);
        Graph graph = edges.graph();
        Graph renamed = edges.renamed(name).graph();

        double[] betweenness = Betweenness.exact(graph);
        double[] again = Betweenness.exact(renamed);
        double[] rank = PageRank.of(graph);
        double[] rankAgain = PageRank.of(renamed);
        int[] core = CoreNumbers.of(graph);
        int[] coreAgain = CoreNumbers.of(renamed);
        for (int v = 0; v < name.length; v++) {
            assertThat(again[name[v]]).isCloseTo(betweenness[v], within(1e-9));
            assertThat(rankAgain[name[v]]).isCloseTo(rank[v], within(1e-9));
            assertThat(coreAgain[name[v]]).isEqualTo(core[v]);
        }
    }

    /** Zachary's karate club (1977): the best modularity known is 0.4198 (Brandes and others 2008). */
    @Test
    void reachTheBestModularityOfTheKarateClub() {
        int[] edges = {
            2, 1, 3, 1, 3, 2, 4, 1, 4, 2, 4, 3, 5, 1, 6, 1, 7, 1, 7, 5, 7, 6, 8, 1, 8, 2, 8, 3, 8, 4, 9, 1, 9, 3, 10, 3,
            11, 1, 11, 5, 11, 6, 12, 1, 13, 1, 13, 4, 14, 1, 14, 2, 14, 3, 14, 4, 17, 6, 17, 7, 18, 1, 18, 2, 20, 1, 20,
            2, 22, 1, 22, 2, 26, 24, 26, 25, 28, 3, 28, 24, 28, 25, 29, 3, 30, 24, 30, 27, 31, 2, 31, 9, 32, 1, 32, 25,
            32, 26, 32, 29, 33, 3, 33, 9, 33, 15, 33, 16, 33, 19, 33, 21, 33, 23, 33, 24, 33, 30, 33, 31, 33, 32, 34, 9,
            34, 10, 34, 14, 34, 15, 34, 16, 34, 19, 34, 20, 34, 21, 34, 23, 34, 24, 34, 27, 34, 28, 34, 29, 34, 30, 34,
            31, 34, 32, 34, 33
        };
        int[] from = new int[edges.length / 2];
        int[] to = new int[edges.length / 2];
        double[] weight = new double[edges.length / 2];
        for (int i = 0; i < from.length; i++) {
            from[i] = edges[2 * i] - 1;
            to[i] = edges[2 * i + 1] - 1;
            weight[i] = 1;
        }
        Graph graph = Graph.of(34, from, to, weight);

        assertThat(graph.edgeCount()).isEqualTo(78);
        double best = 0;
        for (long seed = 1; seed <= 5; seed++) {
            best = Math.max(best, Leiden.modularity(graph, Leiden.communities(graph, 1, seed), 1));
        }
        assertThat(best).isCloseTo(0.4198, within(0.0001));
        assertThat(argmax(Betweenness.exact(graph))).isZero();
    }

    private static Graph random(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(40);
        int m = random.nextInt(n * 3);
        int[] from = new int[m];
        int[] to = new int[m];
        double[] weight = new double[m];
        for (int i = 0; i < m; i++) {
            from[i] = random.nextInt(n);
            to[i] = random.nextInt(n);
            weight[i] = 1 + random.nextInt(3);
        }
        return Graph.of(n, from, to, weight);
    }

    private static double shareWithin(NodeValues estimate, double[] exact, double errors) {
        int within = 0;
        for (int v = 0; v < exact.length; v++) {
            within += Math.abs(estimate.value(v) - exact[v]) <= errors * estimate.error(v) + 1e-9 ? 1 : 0;
        }
        return within / (double) exact.length;
    }

    private static int[] steps(int n, int first) {
        int[] steps = new int[n - 1];
        Arrays.setAll(steps, i -> i + first);
        return steps;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] zeros(int n) {
        return new double[n];
    }

    private static int argmax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static int[] naiveCores(Graph graph) {
        int n = graph.nodeCount();
        int[] core = new int[n];
        for (int k = 1; k <= n; k++) {
            boolean[] gone = new boolean[n];
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int v = 0; v < n; v++) {
                    int degree = 0;
                    for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                        degree += gone[graph.neighbour(e)] ? 0 : 1;
                    }
                    if (!gone[v] && degree < k) {
                        gone[v] = true;
                        changed = true;
                    }
                }
            }
            for (int v = 0; v < n; v++) {
                core[v] = gone[v] ? core[v] : k;
            }
        }
        return core;
    }

    private static double[] naiveBetweenness(Graph graph) {
        int n = graph.nodeCount();
        int[][] distance = new int[n][n];
        double[][] paths = new double[n][n];
        for (int s = 0; s < n; s++) {
            Arrays.fill(distance[s], Integer.MAX_VALUE / 4);
            distance[s][s] = 0;
            paths[s][s] = 1;
            for (int d = 0; d < n; d++) {
                for (int v = 0; v < n; v++) {
                    if (distance[s][v] == d) {
                        for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                            int u = graph.neighbour(e);
                            if (distance[s][u] > d + 1) {
                                distance[s][u] = d + 1;
                                paths[s][u] = 0;
                            }
                            if (distance[s][u] == d + 1) {
                                paths[s][u] += paths[s][v];
                            }
                        }
                    }
                }
            }
        }
        double[] result = new double[n];
        for (int s = 0; s < n; s++) {
            for (int t = 0; t < s; t++) {
                for (int v = 0; v < n; v++) {
                    if (v != s && v != t && paths[s][t] > 0 && distance[s][v] + distance[v][t] == distance[s][t]) {
                        result[v] += paths[s][v] * paths[v][t] / paths[s][t];
                    }
                }
            }
        }
        return result;
    }

    private static long naivePairs(Graph graph) {
        int[] component = Components.of(graph);
        long pairs = 0;
        for (int i = 0; i < component.length; i++) {
            for (int j = 0; j < i; j++) {
                pairs += component[i] == component[j] ? 1 : 0;
            }
        }
        return pairs;
    }
}
