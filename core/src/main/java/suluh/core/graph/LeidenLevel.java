package suluh.core.graph;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A graph at one level of aggregation: its nodes stand for sets of nodes below. */
final class LeidenLevel {
    final int nodes;
    final int[] offsets;
    final int[] neighbours;
    /** Beside {@code neighbours}; null when every edge weighs 1. */
    final float @Nullable [] weights;
    /** What a node counts for in the expected weight: the sum of its strengths, or its nodes of the lowest level. */
    final double[] nodeWeight;

    private LeidenLevel(int nodes, int[] offsets, int[] neighbours, float @Nullable [] weights, double[] nodeWeight) {
        this.nodes = nodes;
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.weights = weights;
        this.nodeWeight = nodeWeight;
    }

    /** The lowest level; shares the graph's rows. */
    static LeidenLevel of(Graph graph, boolean byStrength) {
        int n = graph.nodeCount();
        double[] nodeWeight = new double[n];
        for (int v = 0; v < n; v++) {
            nodeWeight[v] = byStrength ? graph.strength(v) : 1;
        }
        double[] exact = graph.rows.weights;
        float[] weights = exact == null ? null : new float[exact.length];
        for (int e = 0; weights != null && e < weights.length; e++) {
            weights[e] = exact == null ? 1 : (float) exact[e];
        }
        return new LeidenLevel(n, graph.rows.offsets, graph.rows.neighbours, weights, nodeWeight);
    }

    /** The level whose nodes are these parts, 0 to {@code count - 1}; edges within a part disappear. */
    LeidenLevel aggregated(int[] part, int count) {
        double[] partWeight = new double[count];
        int[] memberOffsets = new int[count + 1];
        for (int v = 0; v < nodes; v++) {
            partWeight[part[v]] += nodeWeight[v];
            memberOffsets[part[v] + 1]++;
        }
        for (int p = 0; p < count; p++) {
            memberOffsets[p + 1] += memberOffsets[p];
        }
        int[] members = new int[nodes];
        int[] next = java.util.Arrays.copyOf(memberOffsets, count);
        for (int v = 0; v < nodes; v++) {
            members[next[part[v]]++] = v;
        }
        // Counted first and filled afterwards: an array for the worst case would be as large as the level below.
        int[] newOffsets = newOffsets(part, count, memberOffsets, members);
        int[] newNeighbours = new int[newOffsets[count]];
        float[] newWeights = new float[newOffsets[count]];
        double[] weightTo = new double[count];
        int size = 0;
        for (int p = 0; p < count; p++) {
            int start = size;
            for (int i = memberOffsets[p]; i < memberOffsets[p + 1]; i++) {
                for (int e = offsets[members[i]]; e < offsets[members[i] + 1]; e++) {
                    int q = part[neighbours[e]];
                    if (q != p) {
                        if (weightTo[q] == 0) {
                            newNeighbours[size++] = q;
                        }
                        weightTo[q] += weights == null ? 1 : weights[e];
                    }
                }
            }
            for (int e = start; e < size; e++) {
                newWeights[e] = (float) weightTo[newNeighbours[e]];
                weightTo[newNeighbours[e]] = 0;
            }
        }
        return new LeidenLevel(count, newOffsets, newNeighbours, newWeights, partWeight);
    }

    private int[] newOffsets(int[] part, int count, int[] memberOffsets, int[] members) {
        int[] newOffsets = new int[count + 1];
        int[] metBy = new int[count];
        for (int p = 0; p < count; p++) {
            int different = 0;
            metBy[p] = p + 1;
            for (int i = memberOffsets[p]; i < memberOffsets[p + 1]; i++) {
                for (int e = offsets[members[i]]; e < offsets[members[i] + 1]; e++) {
                    int q = part[neighbours[e]];
                    if (metBy[q] != p + 1) {
                        metBy[q] = p + 1;
                        different++;
                    }
                }
            }
            newOffsets[p + 1] = newOffsets[p] + different;
        }
        return newOffsets;
    }

    /** The nodes in random order (Fisher and Yates 1938). */
    int[] shuffled(RandomGenerator random) {
        int[] order = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
