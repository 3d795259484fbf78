package suluh.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.core.graph.Digraph;
import suluh.core.graph.Graph;

/**
 * The network of one case: nodes in the order of their keys, ties of every kind between them, and graphs over their places.
 *
 * <p>A multilayer network: each kind of tie is a layer over the same nodes. A graph is a projection of some layers, and
 * {@link #layer} says what the projection drops. Immutable.
 */
public final class CaseNetwork {
    private final String[] keys;
    private final NodeKind[] kinds;
    private final List<Tie> ties;
    private final int[] firstTie;
    private final int[] tiesOf;
    private final Graph graph;
    private final Digraph digraph;

    /**
     * Some layers as one graph.
     *
     * @param kinds layers that are in it
     * @param graph weights of the layers added up, direction and time dropped
     * @param ties ties that are in it
     * @param dropped ties of other kinds that are not, by kind
     * @param joined ties that another of the same two nodes was added to
     */
    public record Layer(Set<TieKind> kinds, Graph graph, int ties, Map<TieKind, Integer> dropped, int joined) {
        public Layer {
            kinds = Set.copyOf(kinds);
            dropped = Map.copyOf(dropped);
        }
    }

    private CaseNetwork(String[] keys, NodeKind[] kinds, List<Tie> ties, Graph graph, Digraph digraph) {
        this.keys = keys;
        this.kinds = kinds;
        this.ties = ties;
        this.graph = graph;
        this.digraph = digraph;
        this.firstTie = new int[keys.length + 1];
        for (Tie tie : ties) {
            firstTie[tie.a() + 1]++;
            firstTie[tie.b() + 1]++;
        }
        for (int v = 0; v < keys.length; v++) {
            firstTie[v + 1] += firstTie[v];
        }
        this.tiesOf = new int[firstTie[keys.length]];
        int[] next = Arrays.copyOf(firstTie, keys.length);
        for (int i = 0; i < ties.size(); i++) {
            tiesOf[next[ties.get(i).a()]++] = i;
            tiesOf[next[ties.get(i).b()]++] = i;
        }
    }

    static CaseNetwork of(String[] keys, NodeKind[] kinds, List<Tie> ties) {
        int[] from = ties.stream().mapToInt(Tie::a).toArray();
        int[] to = ties.stream().mapToInt(Tie::b).toArray();
        double[] weight = ties.stream().mapToDouble(Tie::weight).toArray();
        return new CaseNetwork(
                keys.clone(),
                kinds.clone(),
                List.copyOf(ties),
                Graph.of(keys.length, from, to, weight),
                digraph(keys.length, ties));
    }

    /** A network without kinds of ties or records, as an edge list gives it; every node is an account. */
    static CaseNetwork plain(String[] keys, int[] from, int[] to, double[] weight) {
        NodeKind[] kinds = new NodeKind[keys.length];
        Arrays.fill(kinds, NodeKind.ACCOUNT);
        return new CaseNetwork(
                keys.clone(),
                kinds,
                List.of(),
                Graph.of(keys.length, from, to, weight),
                Digraph.of(keys.length, from, to, weight));
    }

    private static Digraph digraph(int nodes, List<Tie> ties) {
        long undirected = ties.stream().filter(tie -> !tie.kind().isDirected()).count();
        int size = Math.toIntExact(ties.size() + undirected);
        int[] from = new int[size];
        int[] to = new int[size];
        double[] weight = new double[size];
        int i = 0;
        for (Tie tie : ties) {
            from[i] = tie.a();
            to[i] = tie.b();
            weight[i++] = tie.weight();
            if (!tie.kind().isDirected()) {
                from[i] = tie.b();
                to[i] = tie.a();
                weight[i++] = tie.weight();
            }
        }
        return Digraph.of(nodes, from, to, weight);
    }

    public int nodeCount() {
        return keys.length;
    }

    /** Pairs of nodes that any tie joins. */
    public int tiedPairs() {
        return graph.edgeCount();
    }

    public String key(int node) {
        return keys[node];
    }

    /** Place of the node with this key, or -1. */
    public int place(String key) {
        return Math.max(-1, Arrays.binarySearch(keys, key));
    }

    public NodeKind kind(int node) {
        return kinds[node];
    }

    public boolean isGroup(int node) {
        return kinds[node] == NodeKind.GROUP;
    }

    /** All ties, in the order of their ends and kinds. */
    public List<Tie> ties() {
        return ties;
    }

    /** Ties that the node is an end of. */
    public List<Tie> ties(int node) {
        List<Tie> own = new ArrayList<>();
        for (int i = firstTie[node]; i < firstTie[node + 1]; i++) {
            own.add(ties.get(tiesOf[i]));
        }
        return own;
    }

    /** All layers as one undirected graph. */
    public Graph graph() {
        return graph;
    }

    /** All layers with their direction; a tie without one goes both ways. */
    public Digraph digraph() {
        return digraph;
    }

    /** These layers as one graph, with what it drops. */
    public Layer layer(Set<TieKind> wanted) {
        Set<TieKind> kept = wanted.isEmpty() ? EnumSet.noneOf(TieKind.class) : EnumSet.copyOf(wanted);
        List<Tie> in = ties.stream().filter(tie -> kept.contains(tie.kind())).toList();
        Map<TieKind, Integer> dropped = new EnumMap<>(TieKind.class);
        ties.stream()
                .filter(tie -> !kept.contains(tie.kind()))
                .forEach(tie -> dropped.merge(tie.kind(), 1, Integer::sum));
        Graph layer = Graph.of(
                keys.length,
                in.stream().mapToInt(Tie::a).toArray(),
                in.stream().mapToInt(Tie::b).toArray(),
                in.stream().mapToDouble(Tie::weight).toArray());
        return new Layer(kept, layer, in.size(), dropped, in.size() - layer.edgeCount());
    }
}
