package suluh.core.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Key players of the positive problem of Borgatti (2006): a few nodes from which the most others are at most m steps away.
 *
 * <p>{@code R = |nodes within m steps of the set| / n}. Greedy, which is within 1 − 1/e of the best (Nemhauser, Wolsey and
 * Fisher 1978), with gains re-counted only where they could still win (Leskovec and others 2007). Cost: the first round
 * searches m steps from every candidate; later rounds from few.
 */
public final class ReachSet {
    /** Nodes in the order of choice, and the share of all nodes reached after each of them. */
    public record Reached(List<Integer> nodes, List<Double> shares) {
        public Reached {
            nodes = List.copyOf(nodes);
            shares = List.copyOf(shares);
        }
    }

    private record Gain(int candidate, int rank, int gain, int round) implements Comparable<Gain> {
        @Override
        public int compareTo(Gain other) {
            return gain != other.gain ? Integer.compare(other.gain, gain) : Integer.compare(rank, other.rank);
        }
    }

    private ReachSet() {}

    /** At most {@code wanted} of the candidates; the order of candidates breaks ties. */
    public static Reached of(Graph graph, int wanted, int steps, int[] candidates) {
        BreadthFirst search = new BreadthFirst(graph.rows);
        boolean[] covered = new boolean[graph.nodeCount()];
        PriorityQueue<Gain> queue = new PriorityQueue<>();
        for (int i = 0; i < candidates.length; i++) {
            queue.add(new Gain(candidates[i], i, search.from(candidates[i], steps), 0));
        }
        List<Integer> nodes = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        int reached = 0;
        while (nodes.size() < wanted && !queue.isEmpty()) {
            Gain best = queue.poll();
            int seen = search.from(best.candidate(), steps);
            if (best.round() < nodes.size()) {
                int gain = 0;
                for (int i = 0; i < seen; i++) {
                    gain += covered[search.order[i]] ? 0 : 1;
                }
                queue.add(new Gain(best.candidate(), best.rank(), gain, nodes.size()));
                continue;
            }
            if (best.gain() == 0) {
                break;
            }
            for (int i = 0; i < seen; i++) {
                covered[search.order[i]] = true;
            }
            reached += best.gain();
            nodes.add(best.candidate());
            shares.add(reached / (double) graph.nodeCount());
        }
        return new Reached(nodes, shares);
    }
}
