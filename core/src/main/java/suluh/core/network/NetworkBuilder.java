package suluh.core.network;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.graph.Graph;

/**
 * Gathers ties into a network. The result does not depend on the order in which ties arrive: nodes stand in the order of
 * their keys. Memory grows with different nodes and tied pairs. Not thread-safe.
 */
public final class NetworkBuilder {
    private record Pair(String a, String b) {}

    private static final class Tie {
        private double weight;
        private final Set<TieKind> kinds = EnumSet.noneOf(TieKind.class);
    }

    private final SortedMap<String, NodeKind> nodes = new TreeMap<>();
    private final Map<Pair, Tie> ties = new HashMap<>();
    private final Map<String, Integer> invitationsSent = new HashMap<>();

    /** Adds a node, tied or not. */
    public void node(String key, NodeKind kind) {
        nodes.put(key, kind);
    }

    /** Adds a tie between two nodes added before; a tie of a node with itself says nothing and is left out. */
    public void tie(String a, String b, TieKind kind, double weight) {
        if (!nodes.containsKey(a) || !nodes.containsKey(b)) {
            throw new IllegalArgumentException("a tie needs nodes that were added: " + a + ", " + b);
        }
        if (a.equals(b)) {
            return;
        }
        Pair pair = a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        Tie tie = ties.computeIfAbsent(pair, ignored -> new Tie());
        tie.weight += weight;
        tie.kinds.add(kind);
    }

    /** Counts an invitation that this node sent. */
    public void invitationSent(String inviter) {
        invitationsSent.merge(inviter, 1, Integer::sum);
    }

    /** The network of all that was added. */
    public CaseNetwork build() {
        String[] keys = nodes.keySet().toArray(String[]::new);
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            index.put(keys[i], i);
        }
        int[] from = new int[ties.size()];
        int[] to = new int[ties.size()];
        double[] weight = new double[ties.size()];
        int[] administers = new int[keys.length];
        int edge = 0;
        for (Map.Entry<Pair, Tie> entry : ties.entrySet()) {
            from[edge] = index.getOrDefault(entry.getKey().a(), -1);
            to[edge] = index.getOrDefault(entry.getKey().b(), -1);
            weight[edge] = entry.getValue().weight;
            if (entry.getValue().kinds.contains(TieKind.ADMINISTRATION)) {
                administers[nodes.get(keys[from[edge]]) == NodeKind.GROUP ? to[edge] : from[edge]]++;
            }
            edge++;
        }
        int[] sent = new int[keys.length];
        invitationsSent.forEach((key, count) -> sent[index.getOrDefault(key, 0)] += index.containsKey(key) ? count : 0);
        NodeKind[] kinds = nodes.values().toArray(NodeKind[]::new);
        return new CaseNetwork(keys, kinds, Graph.of(keys.length, from, to, weight), administers, sent);
    }
}
