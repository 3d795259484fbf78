package suluh.core.disclosure;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.network.NetworkInsight;

/**
 * The network in figures, and what they mean.
 *
 * @param nodes actors, accounts and groups
 * @param edges pairs of them that are tied
 * @param modularity of the communities found
 * @param communitySizes size of community number i at place i
 * @param keyPlayers nodes whose absence would break the network most (Borgatti 2006)
 * @param robustness share of the nodes still connected, by share of leading nodes taken away
 * @param insight what the network means
 * @param names name of each node that the insight speaks of, by key
 */
public record NetworkFinding(
        int nodes,
        int edges,
        double modularity,
        List<Integer> communitySizes,
        List<String> keyPlayers,
        SortedMap<String, Double> robustness,
        NetworkInsight insight,
        SortedMap<String, String> names) {
    public NetworkFinding {
        communitySizes = List.copyOf(communitySizes);
        keyPlayers = List.copyOf(keyPlayers);
        robustness = Collections.unmodifiableSortedMap(new TreeMap<>(robustness));
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    /** Name of the node, or its key. */
    String name(String key) {
        return names.getOrDefault(key, key);
    }
}
