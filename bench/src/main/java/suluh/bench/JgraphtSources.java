package suluh.bench;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.GraphDelegator;
import org.jgrapht.graph.SimpleGraph;

/**
 * JGraphT's betweenness, summed over some of the sources only, so that a run at full size comes to an end.
 *
 * <p>The library asks for the set of nodes three times over before it searches from the first source: for the scores, for
 * the sources, and for each source. A graph that answers the second time with fewer nodes makes it search from those alone;
 * everything else is the library's own.
 */
final class JgraphtSources extends GraphDelegator<Integer, DefaultEdge> {
    private static final long serialVersionUID = 1L;
    private static final int ASKS_FOR_SOURCES = 2;

    private final transient Set<Integer> sources;
    private int asked;

    private JgraphtSources(Graph<Integer, DefaultEdge> graph, Set<Integer> sources) {
        super(graph);
        this.sources = sources;
    }

    @Override
    public Set<Integer> vertexSet() {
        asked++;
        return asked == ASKS_FOR_SOURCES ? sources : super.vertexSet();
    }

    /** The graph in the library's form. */
    static Graph<Integer, DefaultEdge> graph(suluh.core.graph.Graph graph) {
        SimpleGraph<Integer, DefaultEdge> peer = new SimpleGraph<>(DefaultEdge.class);
        for (int v = 0; v < graph.nodeCount(); v++) {
            peer.addVertex(v);
        }
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                if (graph.neighbour(e) < v) {
                    peer.addEdge(v, graph.neighbour(e));
                }
            }
        }
        return peer;
    }

    /** Betweenness that these sources add, by node. */
    static double[] betweenness(Graph<Integer, DefaultEdge> graph, int[] sources) {
        Set<Integer> chosen = IntStream.of(sources).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Integer, Double> scores = new BetweennessCentrality<>(new JgraphtSources(graph, chosen), false).getScores();
        double[] values = new double[scores.size()];
        scores.forEach((node, score) -> values[node] = score);
        return values;
    }
}
