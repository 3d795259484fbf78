package suluh.core.graph;

import java.util.random.RandomGenerator;

/** Splits each community into well-connected parts: single nodes merge with parts of their own community only. */
final class LeidenRefinement {
    /** The paper's θ: how freely refinement departs from the best choice. */
    private static final double RANDOMNESS = 0.01;
    /** Beyond this many θ below the best gain a choice has a chance below 1e-17. */
    private static final double MAX_BEHIND = 40 * RANDOMNESS;

    private final LeidenLevel level;
    private final double resolution;
    private final RandomGenerator random;
    private final double[] communityWeight;
    private final double[] partWeight;
    /** Weight of the edges between a part and the rest of its community. */
    private final double[] partCut;

    private final double[] weightTo;
    private final int[] touched;
    private final double[] gains;

    LeidenRefinement(LeidenLevel level, double resolution, RandomGenerator random) {
        int n = level.nodes;
        this.level = level;
        this.resolution = resolution;
        this.random = random;
        this.communityWeight = new double[n];
        this.partWeight = level.nodeWeight.clone();
        this.partCut = new double[n];
        this.weightTo = new double[n];
        this.touched = new int[n];
        this.gains = new double[n];
    }

    /** Part of each node, named after one of its nodes. */
    int[] run(int[] community) {
        int n = level.nodes;
        int[] part = new int[n];
        boolean[] single = new boolean[n];
        for (int v = 0; v < n; v++) {
            communityWeight[community[v]] += level.nodeWeight[v];
            part[v] = v;
            single[v] = true;
            partCut[v] = weightWithin(v, community);
        }
        for (int v : level.shuffled(random)) {
            double whole = communityWeight[community[v]];
            double weight = level.nodeWeight[v];
            if (!single[v] || partCut[v] < resolution * weight * (whole - weight)) {
                continue;
            }
            int count = touch(v, community, part);
            int chosen = choose(v, count, whole);
            if (chosen != v) {
                partCut[chosen] += partCut[v] - 2 * weightTo[chosen];
                partWeight[chosen] += weight;
                partWeight[v] = 0;
                part[v] = chosen;
                single[chosen] = false;
            }
            for (int i = 0; i < count; i++) {
                weightTo[touched[i]] = 0;
            }
        }
        return part;
    }

    private double weightWithin(int v, int[] community) {
        int[] neighbours = level.neighbours;
        float[] weights = level.weights;
        int own = community[v];
        double sum = 0;
        for (int e = level.offsets[v]; e < level.offsets[v + 1]; e++) {
            if (community[neighbours[e]] == own) {
                sum += weights == null ? 1 : weights[e];
            }
        }
        return sum;
    }

    /** Adds up the weights from v to each part of its community around it; gives how many there are. */
    private int touch(int v, int[] community, int[] part) {
        int[] neighbours = level.neighbours;
        float[] weights = level.weights;
        int own = community[v];
        int count = 0;
        for (int e = level.offsets[v]; e < level.offsets[v + 1]; e++) {
            int u = neighbours[e];
            if (community[u] == own) {
                int p = part[u];
                if (weightTo[p] == 0) {
                    touched[count++] = p;
                }
                weightTo[p] += weights == null ? 1 : weights[e];
            }
        }
        return count;
    }

    /** A part at random, more likely the more it gains; the node alone counts as a gain of nothing. */
    private int choose(int v, int count, double whole) {
        double expected = resolution * level.nodeWeight[v];
        double best = 0;
        for (int i = 0; i < count; i++) {
            int c = touched[i];
            double inPart = partWeight[c];
            boolean isConnected = c != v && partCut[c] >= resolution * inPart * (whole - inPart);
            gains[i] = isConnected ? weightTo[c] - expected * inPart : -1;
            best = Math.max(best, gains[i]);
        }
        double alone = chance(0, best);
        double total = alone;
        for (int i = 0; i < count; i++) {
            gains[i] = gains[i] < 0 ? 0 : chance(gains[i], best);
            total += gains[i];
        }
        double draw = random.nextDouble() * total - alone;
        for (int i = 0; i < count && draw >= 0; i++) {
            draw -= gains[i];
            if (draw < 0) {
                return touched[i];
            }
        }
        return v;
    }

    private static double chance(double gain, double best) {
        return gain < best - MAX_BEHIND ? 0 : Math.exp((gain - best) / RANDOMNESS);
    }
}
