package suluh.core.graph;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Communities by the Leiden algorithm (Traag, Waltman and van Eck 2019) for modularity with a resolution.
 *
 * <p>Local moving from a queue, refinement within communities with the paper's conditions of good connection and its
 * randomised choice, aggregation by the refined partition; every community is connected. The same graph, resolution and
 * seed give the same result. Time near linear in the edges for each pass; memory a few arrays of the graph's size.
 */
public final class Leiden {
    /** The paper's θ: how freely refinement departs from the best choice. */
    private static final double RANDOMNESS = 0.01;

    private static final int ITERATIONS = 2;
    /** A gain below this is rounding, not an improvement. */
    private static final double MIN_GAIN = 1e-10;

    private final double resolution;
    private final RandomGenerator random;
    private final double totalStrength;

    private Leiden(double resolution, long seed, double totalStrength) {
        this.resolution = resolution;
        this.random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        this.totalStrength = totalStrength;
    }

    /** Community of each node, numbered by size from the largest, then by the smallest node. */
    public static int[] communities(Graph graph, double resolution, long seed) {
        int n = graph.nodeCount();
        LeidenLevel base = LeidenLevel.of(graph);
        Leiden leiden =
                new Leiden(resolution, seed, Arrays.stream(base.strength).sum());
        int[] community = new int[n];
        for (int v = 0; v < n; v++) {
            community[v] = v;
        }
        if (leiden.totalStrength > 0) {
            for (int i = 0; i < ITERATIONS; i++) {
                community = leiden.iterate(base, community);
            }
        }
        return numberedBySize(community);
    }

    /** Modularity of a partition (Newman and Girvan 2004) with a resolution; 0 for a graph without edges. */
    public static double modularity(Graph graph, int[] community, double resolution) {
        int n = graph.nodeCount();
        double[] strength = new double[n];
        double inside = 0;
        double total = 0;
        for (int v = 0; v < n; v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                total += graph.weight(e);
                strength[community[v]] += graph.weight(e);
                if (community[v] == community[graph.neighbour(e)]) {
                    inside += graph.weight(e);
                }
            }
        }
        if (total == 0) {
            return 0;
        }
        double expected = 0;
        for (double s : strength) {
            expected += s / total * (s / total);
        }
        return inside / total - resolution * expected;
    }

    private int[] iterate(LeidenLevel base, int[] start) {
        LeidenLevel level = base;
        int[] community = start.clone();
        int[] nodeOfBase = new int[base.nodes];
        for (int v = 0; v < base.nodes; v++) {
            nodeOfBase[v] = v;
        }
        while (true) {
            boolean moved = move(level, community);
            int[] refined = refine(level, community);
            int count = renumber(refined);
            if (!moved && count == level.nodes) {
                break;
            }
            int[] lifted = new int[count];
            for (int v = 0; v < level.nodes; v++) {
                lifted[refined[v]] = community[v];
            }
            for (int v = 0; v < base.nodes; v++) {
                nodeOfBase[v] = refined[nodeOfBase[v]];
            }
            if (count == level.nodes) {
                break;
            }
            level = level.aggregated(refined, count);
            community = lifted;
            renumber(community);
        }
        int[] result = new int[base.nodes];
        for (int v = 0; v < base.nodes; v++) {
            result[v] = community[nodeOfBase[v]];
        }
        renumber(result);
        return result;
    }

    /** Fast local moving: each node to the neighbouring community of most gain, until no node wants to move. */
    private boolean move(LeidenLevel level, int[] community) {
        int n = level.nodes;
        double[] sum = new double[n];
        int[] members = new int[n];
        for (int v = 0; v < n; v++) {
            sum[community[v]] += level.strength[v];
            members[community[v]]++;
        }
        int[] empty = new int[n];
        int emptyCount = 0;
        for (int c = n - 1; c >= 0; c--) {
            if (members[c] == 0) {
                empty[emptyCount++] = c;
            }
        }
        int[] queue = shuffled(n);
        boolean[] waits = new boolean[n];
        Arrays.fill(waits, true);
        double[] weightTo = new double[n];
        int[] touched = new int[n];
        boolean moved = false;
        int head = 0;
        int size = n;
        while (size > 0) {
            int v = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            size--;
            waits[v] = false;
            int own = community[v];
            sum[own] -= level.strength[v];
            members[own]--;
            int touchedCount = level.weights(v, community, weightTo, touched);
            int best = own;
            double bestGain = weightTo[own] - expected(level.strength[v], sum[own]);
            for (int i = 0; i < touchedCount; i++) {
                int c = touched[i];
                double gain = weightTo[c] - expected(level.strength[v], sum[c]);
                if (gain > bestGain + MIN_GAIN) {
                    best = c;
                    bestGain = gain;
                }
            }
            if (bestGain < -MIN_GAIN && members[own] > 0) {
                best = empty[--emptyCount];
            }
            if (members[own] == 0 && best != own) {
                empty[emptyCount++] = own;
            }
            for (int i = 0; i < touchedCount; i++) {
                weightTo[touched[i]] = 0;
            }
            sum[best] += level.strength[v];
            members[best]++;
            community[v] = best;
            if (best != own) {
                moved = true;
                for (int e = level.offsets[v]; e < level.offsets[v + 1]; e++) {
                    int u = level.neighbours[e];
                    if (!waits[u] && community[u] != best) {
                        waits[u] = true;
                        int tail = head + size;
                        queue[tail >= n ? tail - n : tail] = u;
                        size++;
                    }
                }
            }
        }
        return moved;
    }

    /** Splits each community into well-connected parts: single nodes merge with parts of their own community only. */
    private int[] refine(LeidenLevel level, int[] community) {
        int n = level.nodes;
        double[] communitySum = new double[n];
        int[] part = new int[n];
        double[] partSum = new double[n];
        double[] partCut = new double[n];
        boolean[] single = new boolean[n];
        for (int v = 0; v < n; v++) {
            communitySum[community[v]] += level.strength[v];
            part[v] = v;
            partSum[v] = level.strength[v];
            single[v] = true;
            for (int e = level.offsets[v]; e < level.offsets[v + 1]; e++) {
                if (community[level.neighbours[e]] == community[v]) {
                    partCut[v] += level.weights[e];
                }
            }
        }
        double[] weightTo = new double[n];
        int[] touched = new int[n];
        double[] gains = new double[n];
        for (int v : shuffled(n)) {
            double rest = communitySum[community[v]] - level.strength[v];
            if (!single[v] || partCut[v] < expected(level.strength[v], rest)) {
                continue;
            }
            double cut = partCut[v];
            int touchedCount = level.weightsWithin(v, community, part, weightTo, touched);
            int chosen = choose(
                    v,
                    touched,
                    touchedCount,
                    weightTo,
                    gains,
                    level.strength[v],
                    partSum,
                    partCut,
                    communitySum[community[v]]);
            if (chosen != v) {
                partCut[chosen] += cut - 2 * weightTo[chosen];
                partSum[chosen] += level.strength[v];
                partSum[v] = 0;
                part[v] = chosen;
                single[chosen] = false;
            }
            for (int i = 0; i < touchedCount; i++) {
                weightTo[touched[i]] = 0;
            }
        }
        return part;
    }

    /** A part at random, more likely the more it gains; the node alone counts as a gain of nothing. */
    private int choose(
            int v,
            int[] touched,
            int touchedCount,
            double[] weightTo,
            double[] gains,
            double strength,
            double[] partSum,
            double[] partCut,
            double communitySum) {
        double best = 0;
        for (int i = 0; i < touchedCount; i++) {
            int c = touched[i];
            boolean isConnected = c != v && partCut[c] >= expected(partSum[c], communitySum - partSum[c]);
            gains[i] = isConnected ? weightTo[c] - expected(strength, partSum[c]) : -1;
            best = Math.max(best, gains[i]);
        }
        double alone = Math.exp(-best / RANDOMNESS);
        double total = alone;
        for (int i = 0; i < touchedCount; i++) {
            total += gains[i] >= 0 ? Math.exp((gains[i] - best) / RANDOMNESS) : 0;
        }
        double draw = random.nextDouble() * total - alone;
        for (int i = 0; i < touchedCount && draw >= 0; i++) {
            if (gains[i] >= 0) {
                draw -= Math.exp((gains[i] - best) / RANDOMNESS);
                if (draw < 0) {
                    return touched[i];
                }
            }
        }
        return v;
    }

    private double expected(double strength, double otherStrength) {
        return resolution * strength * otherStrength / totalStrength;
    }

    private int[] shuffled(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Numbers from 0 without gaps in order of first use; gives their count. */
    private static int renumber(int[] labels) {
        int[] number = new int[Arrays.stream(labels).max().orElse(-1) + 1];
        Arrays.fill(number, -1);
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (number[labels[i]] < 0) {
                number[labels[i]] = count++;
            }
            labels[i] = number[labels[i]];
        }
        return count;
    }

    private static int[] numberedBySize(int[] community) {
        int count = renumber(community);
        int[] size = new int[count];
        for (int c : community) {
            size[c]++;
        }
        // After renumbering, a smaller label has a smaller first node; the sort is stable.
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> Integer.compare(size[y], size[x]));
        int[] rank = new int[count];
        for (int i = 0; i < count; i++) {
            rank[order[i]] = i;
        }
        return Arrays.stream(community).map(c -> rank[c]).toArray();
    }
}
