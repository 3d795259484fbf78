package suluh.core.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.graph.CutPoints;
import suluh.core.graph.Fragmentation;
import suluh.core.graph.Graph;
import suluh.core.graph.ReachSet;

/**
 * What would break the network most, and what the data say of growing back.
 *
 * @param accounts accounts whose joint absence parts the most pairs, in the order of choice
 * @param links ties that alone hold parts together, the one that parts most first
 * @param reach accounts that a message to them would reach the most others from
 */
public record WhatIf(List<Step> accounts, List<Link> links, List<Reach> reach) {
    private static final int MAX_ACCOUNTS = 5;
    private static final int MAX_LINKS = 5;
    private static final int REACH_STEPS = 2;
    /** Candidates for reach: the accounts with most paths through them. */
    private static final int REACH_CANDIDATES = 400;
    /** Parts smaller than this on either side of a link are nothing to break. */
    private static final int MIN_PART = 3;

    private static final Duration REGROWTH = Duration.ofDays(90);

    /**
     * The network without this account and those before it.
     *
     * @param fragmentation share of pairs of all nodes that no path joins any more (Borgatti 2006)
     * @param largestShare share of all nodes that the largest part still holds
     * @param lastSeen latest time of its own ties, or null
     * @param grownBack ties that began among its neighbours in the 90 days after it was last seen; -1 when nothing was
     *     observed after that
     */
    public record Step(
            String key,
            double fragmentation,
            double largestShare,
            @Nullable Instant lastSeen,
            long grownBack) {}

    /** A tie whose loss would part this many pairs. */
    public record Link(String a, String b, long pairsParted) {}

    /** An account, and the share of all nodes within two ties of it and of those before it. */
    public record Reach(String key, double share) {}

    public WhatIf {
        accounts = List.copyOf(accounts);
        links = List.copyOf(links);
        reach = List.copyOf(reach);
    }

    /** What if these were gone; nothing here is done to anyone. */
    public static WhatIf of(CaseNetwork network, NetworkMeasures measures) {
        Graph graph = network.graph();
        boolean[] removed = new boolean[network.nodeCount()];
        Instant end = lastMoment(network);
        List<Step> steps = new ArrayList<>();
        for (int node : measures.keyPlayers(MAX_ACCOUNTS)) {
            removed[node] = true;
            Instant seen = lastSeen(network, node);
            steps.add(new Step(
                    network.key(node),
                    Fragmentation.fragmentation(graph, removed),
                    Fragmentation.largestShare(graph, removed),
                    seen,
                    seen == null || end == null || !end.isAfter(seen) ? -1 : grownBack(network, node, seen)));
        }
        int[] candidates = measures.accountsByBetweenness();
        int[] leading = java.util.Arrays.copyOf(candidates, Math.min(candidates.length, REACH_CANDIDATES));
        ReachSet.Reached reached = ReachSet.of(graph, MAX_ACCOUNTS, REACH_STEPS, leading);
        List<Reach> reach = new ArrayList<>();
        for (int i = 0; i < reached.nodes().size(); i++) {
            reach.add(new Reach(
                    network.key(reached.nodes().get(i)), reached.shares().get(i)));
        }
        return new WhatIf(steps, links(network, measures), reach);
    }

    private static List<Link> links(CaseNetwork network, NetworkMeasures measures) {
        long least = (long) MIN_PART * MIN_PART;
        return measures.bridges().stream()
                .filter(bridge -> bridge.pairs() > least && partsTwo(network, bridge))
                .sorted((x, y) -> Long.compare(y.pairs(), x.pairs()))
                .limit(MAX_LINKS)
                .map(bridge -> new Link(network.key(bridge.a()), network.key(bridge.b()), bridge.pairs()))
                .toList();
    }

    /** A bridge to a single node is that node's only tie and no link between parts. */
    private static boolean partsTwo(CaseNetwork network, CutPoints.Bridge bridge) {
        return network.graph().degree(bridge.a()) > 1 && network.graph().degree(bridge.b()) > 1;
    }

    private static @Nullable Instant lastSeen(CaseNetwork network, int node) {
        Instant last = null;
        for (Tie tie : network.ties(node)) {
            last = NetworkBuilder.later(last, tie.last());
        }
        return last;
    }

    private static @Nullable Instant lastMoment(CaseNetwork network) {
        Instant last = null;
        for (Tie tie : network.ties()) {
            last = NetworkBuilder.later(last, tie.last());
        }
        return last;
    }

    private static long grownBack(CaseNetwork network, int gone, Instant seen) {
        Set<Integer> around = new HashSet<>();
        network.ties(gone).forEach(tie -> around.add(tie.a() == gone ? tie.b() : tie.a()));
        Instant until = seen.plus(REGROWTH);
        long grown = 0;
        for (Tie tie : network.ties()) {
            Instant first = tie.first();
            boolean began = first != null && first.isAfter(seen) && first.isBefore(until);
            if (began && tie.a() != gone && tie.b() != gone && (around.contains(tie.a()) || around.contains(tie.b()))) {
                grown++;
            }
        }
        return grown;
    }
}
