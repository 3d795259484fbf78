package suluh.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void holdForNoNodesAndForOne() {
        for (int n = 0; n < 2; n++) {
            Graph graph = Graph.of(n, new int[0], new int[0], new double[0]);

            assertThat(Betweenness.of(graph)).hasSize(n);
            assertThat(CoreNumbers.of(graph)).hasSize(n);
            assertThat(Leiden.communities(graph, 1, 1)).hasSize(n);
            assertThat(Fragmentation.largestShareWithout(graph, 0)).isEqualTo(n);
        }
    }

    @Test
    void giveAStarsCentreEverything() {
        Graph star = star(50);

        assertThat(Betweenness.exact(star)[0]).isEqualTo(49 * 48 / 2.0);
        assertThat(Fragmentation.keyPlayers(star, 3, new int[] {5, 0})).containsExactly(0);
        assertThat(Fragmentation.largestShareWithout(star, 0.01)).isEqualTo(1 / 50.0);
    }

    @Test
    void needNoDeepStackForALongPath() {
        int n = 1_000_000;
        int[] from = new int[n - 1];
        int[] to = new int[n - 1];
        double[] weight = new double[n - 1];
        for (int i = 0; i < n - 1; i++) {
            from[i] = i;
            to[i] = i + 1;
            weight[i] = 1;
        }
        Graph path = Graph.of(n, from, to, weight);

        assertThat(Arrays.stream(CoreNumbers.of(path)).max()).hasValue(1);
        assertThat(Components.sizes(Components.of(path))).containsExactly(n);
        int[] community = Leiden.communities(path, 1, 1);
        assertThat(Leiden.modularity(path, community, 1)).isGreaterThan(0.99);
    }

    @Test
    void estimateTheLeadingNodesOfALargeGraphFromPivots() {
        Graph graph = planted(7, 2_000, 10, 0.08, 0.0005);
        double[] exact = Betweenness.exact(graph);
        double[] estimate = Betweenness.fromPivots(graph, 512);

        int leader = argmax(exact);
        assertThat(estimate[leader]).isCloseTo(exact[leader], within(exact[leader] * 0.25));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void findPlantedCommunities(long seed) {
        Graph graph = planted(seed, 400, 8, 0.4, 0.005);

        int[] community = Leiden.communities(graph, 1, seed);

        int[] truth = new int[400];
        Arrays.setAll(truth, v -> v % 8);
        assertThat(pairAgreement(community, truth)).isGreaterThan(0.99);
        assertThat(Leiden.modularity(graph, community, 1))
                .isGreaterThanOrEqualTo(Leiden.modularity(graph, truth, 1) - 1e-9);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void makeConnectedCommunitiesThatRepeatWithTheSeed(long seed) {
        Graph graph = random(seed);
        int[] community = Leiden.communities(graph, 1, seed);

        assertThat(Leiden.communities(graph, 1, seed)).isEqualTo(community);
        int count = Arrays.stream(community).max().orElse(-1) + 1;
        for (int c = 0; c < count; c++) {
            boolean[] others = new boolean[graph.nodeCount()];
            for (int v = 0; v < others.length; v++) {
                others[v] = community[v] != c;
            }
            assertThat(Components.sizes(Components.without(graph, others)))
                    .as("community %d", c)
                    .hasSize(1);
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

    static Graph star(int n) {
        int[] from = new int[n - 1];
        int[] to = new int[n - 1];
        double[] weight = new double[n - 1];
        for (int i = 1; i < n; i++) {
            to[i - 1] = i;
            weight[i - 1] = 1;
        }
        return Graph.of(n, from, to, weight);
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

    private static Graph planted(long seed, int n, int groups, double inside, double outside) {
        Random random = new Random(seed);
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            for (int u = 0; u < v; u++) {
                if (random.nextDouble() < (v % groups == u % groups ? inside : outside)) {
                    edges.add(new int[] {v, u});
                }
            }
        }
        double[] weight = new double[edges.size()];
        Arrays.fill(weight, 1);
        return Graph.of(
                n,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray(),
                weight);
    }

    private static int argmax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static double pairAgreement(int[] x, int[] y) {
        long same = 0;
        long all = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                all++;
                same += (x[i] == x[j]) == (y[i] == y[j]) ? 1 : 0;
            }
        }
        return same / (double) all;
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
