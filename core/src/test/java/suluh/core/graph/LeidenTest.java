package suluh.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.graph.Leiden.Quality;

class LeidenTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void findsPlantedCommunities(long seed) {
        Graph graph = RandomGraphs.planted(seed, 400, 8, 0.4, 0.005);
        int[] truth = groups(400, 8);

        int[] byModularity = Leiden.communities(graph, 1, seed);
        int[] byDensity = Leiden.communities(graph, Quality.CPM, 0.1, 2, seed);

        assertThat(Partitions.mutualInformation(byModularity, truth)).isGreaterThan(0.99);
        assertThat(Partitions.mutualInformation(byDensity, truth)).isGreaterThan(0.99);
        assertThat(Leiden.modularity(graph, byModularity, 1))
                .isGreaterThanOrEqualTo(Leiden.modularity(graph, truth, 1) - 1e-9);
    }

    /** Fortunato and Barthélemy (2007): modularity joins small cliques of a long ring; CPM does not. */
    @Test
    void showsTheResolutionLimitOfModularity() {
        Graph ring = RandomGraphs.ringOfCliques(60, 5);

        int joined = Partitions.sizes(Leiden.communities(ring, 1, 1)).length;
        int apart = Partitions.sizes(Leiden.communities(ring, Quality.CPM, 0.3, 2, 1)).length;

        assertThat(joined).isLessThan(60);
        assertThat(apart).isEqualTo(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void makesConnectedCommunitiesThatRepeatWithTheSeed(long seed) {
        Graph graph = RandomGraphs.random(seed).graph();
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

    @Test
    void changesNothingWhenNodesAreRenamed() {
        Graph graph = RandomGraphs.ringOfCliques(8, 6);
        int[] name = RandomGraphs.names(graph.nodeCount(), 5);
        int[] from = new int[graph.edgeCount()];
        int[] to = new int[graph.edgeCount()];
        int i = 0;
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                if (graph.neighbour(e) < v) {
                    from[i] = name[v];
                    to[i++] = name[graph.neighbour(e)];
                }
            }
        }

        int[] community = Leiden.communities(graph, 1, 1);
        int[] renamed = Leiden.communities(Graph.simple(name.length, from, to), 1, 1);
        int[] back = Arrays.stream(name).map(v -> renamed[v]).toArray();

        assertThat(Partitions.mutualInformation(community, back)).isCloseTo(1, within(1e-12));
    }

    @Test
    void tellsFirmCommunitiesFromChance() {
        Graph firm = RandomGraphs.planted(3, 300, 6, 0.4, 0.01);
        Graph chance = RandomGraphs.planted(3, 300, 1, 0.03, 0.03);

        CommunityStability ofFirm = stability(firm);
        CommunityStability ofChance = stability(chance);

        assertThat(Arrays.stream(ofFirm.toArray()).min().orElse(0)).isGreaterThan(0.95);
        assertThat(ofFirm.agreement()).isGreaterThan(0.95);
        assertThat(ofChance.agreement()).isLessThan(0.8);
        assertThat(ofChance.of(0)).isLessThan(0.75);
    }

    @Test
    void comparesPartitionsByWhatTheyShare() {
        assertThat(Partitions.mutualInformation(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}))
                .isCloseTo(1, within(1e-12));
        assertThat(Partitions.mutualInformation(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
                .isCloseTo(0, within(1e-12));
        assertThat(Partitions.mutualInformation(new int[0], new int[0])).isEqualTo(1);
    }

    private static CommunityStability stability(Graph graph) {
        List<int[]> others = LongStream.rangeClosed(2, 9)
                .mapToObj(seed -> Leiden.communities(graph, 1, seed))
                .toList();
        return CommunityStability.of(Leiden.communities(graph, 1, 1), others);
    }

    private static int[] groups(int n, int groups) {
        int[] truth = new int[n];
        Arrays.setAll(truth, v -> v % groups);
        return truth;
    }
}
