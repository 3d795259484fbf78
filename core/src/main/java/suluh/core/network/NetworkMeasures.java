package suluh.core.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import suluh.core.graph.Betweenness;
import suluh.core.graph.CoreNumbers;
import suluh.core.graph.Fragmentation;
import suluh.core.graph.Graph;
import suluh.core.graph.Leiden;

/** Measures of a network; the same network and seed give the same figures. */
public final class NetworkMeasures {
    private static final double RESOLUTION = 1;
    private static final int KEY_PLAYERS = 5;
    /** Candidates for key players: those with most shortest paths through them. */
    private static final int CANDIDATES = 60;
    /** Fewer invitations than this anyone sends. */
    private static final int RECRUITER_INVITATIONS = 3;

    private static final List<Double> SHARES_TAKEN = List.of(0.01, 0.05, 0.1);

    /** Position that a node's own ties show; never read from a score alone. */
    public enum Role {
        /** The sources call it creator or administrator of a group. */
        ADMINISTRATOR,
        /** The sources show at least three invitations that it sent. */
        RECRUITER,
        /** Tied to groups of different communities. */
        BROKER,
        MEMBER,
        /** At most one tie. */
        PERIPHERAL,
        GROUP;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final CaseNetwork network;
    private final int[] community;
    private final double[] betweenness;
    private final int[] core;
    private final double modularity;

    private NetworkMeasures(CaseNetwork network, long seed) {
        this.network = network;
        this.community = Leiden.communities(network.graph(), RESOLUTION, seed);
        this.betweenness = Betweenness.of(network.graph());
        this.core = CoreNumbers.of(network.graph());
        this.modularity = Leiden.modularity(network.graph(), community, RESOLUTION);
    }

    /** All measures; cost is that of betweenness, see {@link Betweenness}. */
    public static NetworkMeasures of(CaseNetwork network, long seed) {
        return new NetworkMeasures(network, seed);
    }

    /** Number of the node's community, largest community first. */
    public int community(int node) {
        return community[node];
    }

    /** Shortest paths through the node, unnormalised. */
    public double betweenness(int node) {
        return betweenness[node];
    }

    /** True when betweenness is exact and not estimated from pivots. */
    public boolean isBetweennessExact() {
        return Betweenness.isExactFor(network.graph());
    }

    public int core(int node) {
        return core[node];
    }

    public int degree(int node) {
        return network.graph().degree(node);
    }

    public double modularity() {
        return modularity;
    }

    /** Size of each community, by its number. */
    public List<Integer> communitySizes() {
        int count = IntStream.of(community).max().orElse(-1) + 1;
        int[] sizes = new int[count];
        for (int c : community) {
            sizes[c]++;
        }
        return IntStream.of(sizes).boxed().toList();
    }

    /** The role that the node's ties show, the first that holds in the order of {@link Role}. */
    public Role role(int node) {
        if (network.kind(node) == NodeKind.GROUP) {
            return Role.GROUP;
        }
        if (network.administeredGroups(node) > 0) {
            return Role.ADMINISTRATOR;
        }
        if (network.invitationsSent(node) >= RECRUITER_INVITATIONS) {
            return Role.RECRUITER;
        }
        if (groupCommunities(node) >= 2) {
            return Role.BROKER;
        }
        return degree(node) <= 1 ? Role.PERIPHERAL : Role.MEMBER;
    }

    private int groupCommunities(int node) {
        Graph graph = network.graph();
        Set<Integer> communities = new HashSet<>();
        for (int e = graph.firstEdge(node); e < graph.firstEdge(node + 1); e++) {
            if (network.kind(graph.neighbour(e)) == NodeKind.GROUP) {
                communities.add(community[graph.neighbour(e)]);
            }
        }
        return communities.size();
    }

    /** Accounts whose joint absence would disconnect the most pairs, in the order of choice (Borgatti 2006, greedy). */
    public List<String> keyPlayers() {
        int[] candidates = IntStream.range(0, network.nodeCount())
                .filter(node -> network.kind(node) != NodeKind.GROUP)
                .boxed()
                .sorted((x, y) -> {
                    int order = Double.compare(betweenness[y], betweenness[x]);
                    return order != 0 ? order : Integer.compare(x, y);
                })
                .limit(CANDIDATES)
                .mapToInt(Integer::intValue)
                .toArray();
        List<String> keys = new ArrayList<>();
        for (int node : Fragmentation.keyPlayers(network.graph(), KEY_PLAYERS, candidates)) {
            keys.add(network.key(node));
        }
        return keys;
    }

    /** Share of nodes in the largest component, by the share of nodes taken away, highest degree first. */
    public SortedMap<String, Double> robustness() {
        SortedMap<String, Double> robustness = new TreeMap<>();
        for (double share : SHARES_TAKEN) {
            robustness.put(
                    String.format(Locale.ROOT, "%.2f", share),
                    Fragmentation.largestShareWithout(network.graph(), share));
        }
        return robustness;
    }
}
