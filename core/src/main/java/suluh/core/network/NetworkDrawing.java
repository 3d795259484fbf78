package suluh.core.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import suluh.core.graph.Graph;
import suluh.core.graph.layout.Layout;

/**
 * Which nodes of a network are drawn, where, and how large.
 *
 * <p>Nodes with ties, groups first and then by degree, as many as asked for. Coordinates are in one unit with the radii; no
 * two nodes overlap. Deterministic. Immutable.
 */
public final class NetworkDrawing {
    private static final long SEED = 1;
    private static final double MIN_RADIUS = 3;
    private static final double MAX_MORE = 22;

    private final int[] drawn;
    private final double[] radius;
    private final Layout layout;

    private NetworkDrawing(int[] drawn, double[] radius, Layout layout) {
        this.drawn = drawn;
        this.radius = radius;
        this.layout = layout;
    }

    public static NetworkDrawing of(CaseNetwork network, NetworkMeasures measures, int maxNodes) {
        int[] drawn = IntStream.range(0, network.nodeCount())
                .filter(node -> measures.degree(node) > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer node) -> !network.isGroup(node))
                        .thenComparingInt(node -> -measures.degree(node))
                        .thenComparing(node -> node))
                .limit(maxNodes)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] community = Arrays.stream(drawn).map(measures::community).toArray();
        double[] radius = Arrays.stream(drawn)
                .mapToDouble(node -> MIN_RADIUS + Math.min(MAX_MORE, Math.sqrt(measures.degree(node))))
                .toArray();
        return new NetworkDrawing(drawn, radius, Layout.of(induced(network.graph(), drawn), community, radius, SEED));
    }

    /** Nodes drawn, groups first. */
    public int size() {
        return drawn.length;
    }

    /** Place in the network of the node drawn as number i. */
    public int node(int i) {
        return drawn[i];
    }

    public double x(int i) {
        return layout.x(i);
    }

    public double y(int i) {
        return layout.y(i);
    }

    public double radius(int i) {
        return radius[i];
    }

    /** The graph of these nodes and the edges between them. */
    private static Graph induced(Graph graph, int[] nodes) {
        int[] number = new int[graph.nodeCount()];
        Arrays.fill(number, -1);
        for (int i = 0; i < nodes.length; i++) {
            number[nodes[i]] = i;
        }
        int size = 0;
        int[] from = new int[graph.edgeCount()];
        int[] to = new int[graph.edgeCount()];
        double[] weight = new double[graph.edgeCount()];
        for (int v : nodes) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                int u = graph.neighbour(e);
                if (u > v && number[u] >= 0) {
                    from[size] = number[v];
                    to[size] = number[u];
                    weight[size++] = graph.weight(e);
                }
            }
        }
        return Graph.of(nodes.length, Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(weight, size));
    }
}
