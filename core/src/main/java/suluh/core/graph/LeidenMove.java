package suluh.core.graph;

import java.util.random.RandomGenerator;

/** Fast local moving: each node to the neighbouring community of most gain, until no node wants to move. */
final class LeidenMove {
    /** A gain below this is rounding, not an improvement. */
    private static final double MIN_GAIN = 1e-10;

    private final LeidenLevel level;
    private final double resolution;
    private final double[] sum;
    private final int[] members;
    private final int[] empty;
    private int emptyCount;
    /** Ring of the nodes that wait, and whether a node is in it. */
    private final int[] queue;

    private final boolean[] waits;
    private int head;
    private int waiting;
    private final double[] weightTo;
    private final int[] touched;

    LeidenMove(LeidenLevel level, double resolution, RandomGenerator random) {
        int n = level.nodes;
        this.level = level;
        this.resolution = resolution;
        this.sum = new double[n];
        this.members = new int[n];
        this.empty = new int[n];
        this.queue = level.shuffled(random);
        this.waits = new boolean[n];
        java.util.Arrays.fill(waits, true);
        this.waiting = n;
        this.weightTo = new double[n];
        this.touched = new int[n];
    }

    /** Changes {@code community}. */
    void run(int[] community) {
        int n = level.nodes;
        for (int v = 0; v < n; v++) {
            sum[community[v]] += level.nodeWeight[v];
            members[community[v]]++;
        }
        for (int c = n - 1; c >= 0; c--) {
            if (members[c] == 0) {
                empty[emptyCount++] = c;
            }
        }
        while (waiting > 0) {
            int v = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            waiting--;
            waits[v] = false;
            int own = community[v];
            int best = bestFor(v, own, community);
            if (best != own) {
                community[v] = best;
                wake(v, best, community);
            }
        }
    }

    /** Takes v out of its community and puts it where it gains most. */
    private int bestFor(int v, int own, int[] community) {
        double weight = level.nodeWeight[v];
        sum[own] -= weight;
        members[own]--;
        int count = touch(v, community);
        double expected = resolution * weight;
        int best = own;
        double bestGain = weightTo[own] - expected * sum[own];
        for (int i = 0; i < count; i++) {
            int c = touched[i];
            double gain = weightTo[c] - expected * sum[c];
            if (gain > bestGain + MIN_GAIN) {
                best = c;
                bestGain = gain;
            }
        }
        for (int i = 0; i < count; i++) {
            weightTo[touched[i]] = 0;
        }
        if (bestGain < -MIN_GAIN && members[own] > 0) {
            best = empty[--emptyCount];
        }
        if (members[own] == 0 && best != own) {
            empty[emptyCount++] = own;
        }
        sum[best] += weight;
        members[best]++;
        return best;
    }

    /** Adds up the weights from v to each community around it; gives how many there are. */
    private int touch(int v, int[] community) {
        int[] neighbours = level.neighbours;
        float[] weights = level.weights;
        int count = 0;
        for (int e = level.offsets[v]; e < level.offsets[v + 1]; e++) {
            int c = community[neighbours[e]];
            if (weightTo[c] == 0) {
                touched[count++] = c;
            }
            weightTo[c] += weights == null ? 1 : weights[e];
        }
        return count;
    }

    private void wake(int v, int community, int[] communities) {
        for (int e = level.offsets[v]; e < level.offsets[v + 1]; e++) {
            int u = level.neighbours[e];
            if (!waits[u] && communities[u] != community) {
                waits[u] = true;
                int tail = head + waiting;
                queue[tail >= level.nodes ? tail - level.nodes : tail] = u;
                waiting++;
            }
        }
    }
}
