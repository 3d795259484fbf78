package suluh.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that turn round where that costs less reach what plain searches reach, at the same distance. */
class BreadthFirstTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void reachesWhatAPlainSearchReaches(long seed) {
        Random random = new Random(seed);
        int n = 150;
        // Members around a few hubs, some tied with one another, some to nobody.
        int edges = 100 + random.nextInt(400);
        int[] from = random.ints(edges, 0, n).toArray();
        int[] to = random.ints(edges, 0, n)
                .map(v -> random.nextInt(3) == 0 ? v : v % 4)
                .toArray();
        Graph graph = Graph.simple(n, from, to);
        BreadthFirst search = new BreadthFirst(graph.rows);
        for (int source = 0; source < n; source++) {
            int maxSteps = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : Integer.MAX_VALUE;
            int[] plain = plain(graph, source, maxSteps);

            int reached = search.from(source, maxSteps);

            assertThat(search.distance).as("seed %d, source %d", seed, source).isEqualTo(plain);
            assertThat(Arrays.stream(search.order, 0, reached)
                            .map(v -> plain[v])
                            .toArray())
                    .as("levels in order")
                    .isSorted();
            assertThat(Arrays.stream(search.order, 0, reached).distinct().count())
                    .isEqualTo(Arrays.stream(plain).filter(d -> d >= 0).count())
                    .isEqualTo(reached);
        }
    }

    private static int[] plain(Graph graph, int source, int maxSteps) {
        int[] distance = new int[graph.nodeCount()];
        Arrays.fill(distance, -1);
        distance[source] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(source);
        while (!queue.isEmpty()) {
            int v = queue.remove();
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1) && distance[v] < maxSteps; e++) {
                int u = graph.neighbour(e);
                if (distance[u] < 0) {
                    distance[u] = distance[v] + 1;
                    queue.add(u);
                }
            }
        }
        return distance;
    }
}
