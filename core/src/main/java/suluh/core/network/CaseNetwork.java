package suluh.core.network;

import java.util.Arrays;
import suluh.core.graph.Graph;

/** The network of one case: nodes in the order of their keys, and the graph over their places. Immutable. */
public final class CaseNetwork {
    private final String[] keys;
    private final NodeKind[] kinds;
    private final Graph graph;
    private final int[] administers;
    private final int[] invitationsSent;

    CaseNetwork(String[] keys, NodeKind[] kinds, Graph graph, int[] administers, int[] invitationsSent) {
        this.keys = keys.clone();
        this.kinds = kinds.clone();
        this.graph = graph;
        this.administers = administers.clone();
        this.invitationsSent = invitationsSent.clone();
    }

    public int nodeCount() {
        return keys.length;
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

    public Graph graph() {
        return graph;
    }

    /** Groups that the sources say this node administers. */
    public int administeredGroups(int node) {
        return administers[node];
    }

    /** Invitations that the sources say this node sent. */
    public int invitationsSent(int node) {
        return invitationsSent[node];
    }
}
