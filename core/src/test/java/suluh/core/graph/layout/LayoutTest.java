package suluh.core.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.graph.Graph;

class LayoutTest {
    @ParameterizedTest(name = "{0} nodes")
    @ValueSource(ints = {0, 1, 2, 3, 40, 700})
    void placesEveryNodeWithoutOverlapAndTheSameAgain(int nodes) {
        Graph graph = planted(nodes, 7);
        int[] community = communities(nodes);
        double[] radius = radii(nodes);

        Layout layout = Layout.of(graph, community, radius, 1);
        Layout again = Layout.of(graph, community, radius, 1);

        for (int v = 0; v < nodes; v++) {
            assertThat(layout.x(v)).isFinite().isEqualTo(again.x(v));
            assertThat(layout.y(v)).isFinite().isEqualTo(again.y(v));
            for (int u = 0; u < v; u++) {
                assertThat(distance(layout, v, u)).isGreaterThanOrEqualTo(radius[v] + radius[u] - 1e-9);
            }
        }
    }

    @Test
    void keepsCommunitiesTogether() {
        int nodes = 600;
        Graph graph = planted(nodes, 3);
        Layout layout = Layout.of(graph, communities(nodes), radii(nodes), 1);

        double inside = 0;
        double between = 0;
        int insidePairs = 0;
        int betweenPairs = 0;
        for (int v = 0; v < nodes; v++) {
            for (int u = 0; u < v; u++) {
                if (v % 6 == u % 6) {
                    inside += distance(layout, v, u);
                    insidePairs++;
                } else {
                    between += distance(layout, v, u);
                    betweenPairs++;
                }
            }
        }

        assertThat(inside / insidePairs).isLessThan(0.6 * between / betweenPairs);
    }

    @Test
    void partsNodesThatNothingTies() {
        int nodes = 500;
        Graph graph = Graph.simple(nodes, new int[0], new int[0]);

        Layout layout = Layout.of(graph, new int[nodes], radii(nodes), 1);

        assertThat(Arrays.stream(new int[] {1, 250, 499}).mapToDouble(v -> distance(layout, 0, v)))
                .allMatch(distance -> distance >= 10);
    }

    @Test
    void drawsAStarAndALongPath() {
        int nodes = 3_000;
        int[] centre = new int[nodes - 1];
        int[] others = new int[nodes - 1];
        int[] before = new int[nodes - 1];
        for (int v = 1; v < nodes; v++) {
            others[v - 1] = v;
            before[v - 1] = v - 1;
        }

        Layout star = Layout.of(Graph.simple(nodes, centre, others), new int[nodes], radii(nodes), 1);
        Layout path = Layout.of(Graph.simple(nodes, before, others), new int[nodes], radii(nodes), 1);

        for (int v = 0; v < nodes; v++) {
            assertThat(star.x(v)).isFinite();
            assertThat(path.y(v)).isFinite();
        }
    }

    private static double distance(Layout layout, int v, int u) {
        return Math.hypot(layout.x(v) - layout.x(u), layout.y(v) - layout.y(u));
    }

    private static int[] communities(int nodes) {
        int[] community = new int[nodes];
        Arrays.setAll(community, v -> v % 6);
        return community;
    }

    private static double[] radii(int nodes) {
        double[] radius = new double[nodes];
        Arrays.setAll(radius, v -> 5 + v % 4);
        return radius;
    }

    private static Graph planted(int nodes, long seed) {
        Random random = new Random(seed);
        int edges = nodes * 6;
        int[] from = new int[edges];
        int[] to = new int[edges];
        for (int e = 0; e < edges; e++) {
            from[e] = random.nextInt(nodes);
            int near = (from[e] + 6 * random.nextInt(nodes)) % nodes;
            to[e] = random.nextInt(10) == 0 ? random.nextInt(nodes) : near;
        }
        return Graph.simple(nodes, from, to);
    }
}
