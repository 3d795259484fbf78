package suluh.core.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compressed rows: {@code neighbours[offsets[v]..offsets[v + 1]]} are the ends of node v's edges, ascending, each once.
 *
 * <p>{@code weights} lies beside {@code neighbours}, or is null when every edge weighs 1: a graph of ten million edges
 * then needs 80 MB less. Self-loops are left out. Not to be changed once made.
 */
final class Rows {
    final int[] offsets;
    final int[] neighbours;
    final double @Nullable [] weights;

    private Rows(int[] offsets, int[] neighbours, double @Nullable [] weights) {
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.weights = weights;
    }

    /** Edges joined both ways; parallel ones are added up. */
    static Rows weighted(int nodes, int[] from, int[] to, double[] weight, boolean bothWays) {
        check(nodes, from, to, weight);
        // Filling by column and reading columns in order leaves each row ascending: a counting sort, linear in the
        // edges.
        int[] columns = counts(nodes, from, to, bothWays, true);
        int[] rowOf = new int[columns[nodes]];
        double[] weightOf = new double[columns[nodes]];
        int[] next = Arrays.copyOf(columns, nodes);
        for (int i = 0; i < from.length; i++) {
            if (from[i] != to[i]) {
                rowOf[next[to[i]]] = from[i];
                weightOf[next[to[i]]++] = weight[i];
                if (bothWays) {
                    rowOf[next[from[i]]] = to[i];
                    weightOf[next[from[i]]++] = weight[i];
                }
            }
        }
        return merged(transposed(nodes, columns, rowOf, weightOf));
    }

    /** Edges joined both ways, each pair once and of weight 1, however often it was given. */
    static Rows simple(int nodes, int[] from, int[] to) {
        check(nodes, from, to, null);
        int[] offsets = counts(nodes, from, to, true, false);
        int[] neighbours = new int[offsets[nodes]];
        int[] next = Arrays.copyOf(offsets, nodes);
        for (int i = 0; i < from.length; i++) {
            if (from[i] != to[i]) {
                neighbours[next[from[i]]++] = to[i];
                neighbours[next[to[i]]++] = from[i];
            }
        }
        int size = 0;
        for (int v = 0; v < nodes; v++) {
            int start = offsets[v];
            int end = offsets[v + 1];
            Arrays.sort(neighbours, start, end);
            offsets[v] = size;
            for (int e = start; e < end; e++) {
                if (size == offsets[v] || neighbours[size - 1] != neighbours[e]) {
                    neighbours[size++] = neighbours[e];
                }
            }
        }
        offsets[nodes] = size;
        // A copy needs both arrays at once; a little waste at the end costs less.
        boolean isWasteful = size < neighbours.length - neighbours.length / 8;
        return new Rows(offsets, isWasteful ? Arrays.copyOf(neighbours, size) : neighbours, null);
    }

    /** The same edges seen from their other ends. */
    Rows transposed() {
        int nodes = offsets.length - 1;
        return transposed(nodes, offsets, neighbours, weights);
    }

    int degree(int v) {
        return offsets[v + 1] - offsets[v];
    }

    double weight(int edge) {
        return weights == null ? 1 : weights[edge];
    }

    double strength(int v) {
        if (weights == null) {
            return degree(v);
        }
        double sum = 0;
        for (int e = offsets[v]; e < offsets[v + 1]; e++) {
            sum += weights[e];
        }
        return sum;
    }

    /** Place of the edge from v to u, or a negative number. */
    int find(int v, int u) {
        return Arrays.binarySearch(neighbours, offsets[v], offsets[v + 1], u);
    }

    private static void check(int nodes, int[] from, int[] to, double @Nullable [] weight) {
        if (from.length != to.length || (weight != null && from.length != weight.length)) {
            throw new IllegalArgumentException("edges need two ends and a weight each");
        }
        for (int i = 0; i < from.length; i++) {
            boolean inside = from[i] >= 0 && from[i] < nodes && to[i] >= 0 && to[i] < nodes;
            if (!inside || (weight != null && !(weight[i] > 0))) {
                throw new IllegalArgumentException("edge " + i + " has an end outside the graph or no positive weight");
            }
        }
    }

    private static int[] counts(int nodes, int[] from, int[] to, boolean bothWays, boolean byTarget) {
        int[] offsets = new int[nodes + 1];
        for (int i = 0; i < from.length; i++) {
            if (from[i] != to[i]) {
                offsets[(byTarget ? to[i] : from[i]) + 1]++;
                if (bothWays) {
                    offsets[(byTarget ? from[i] : to[i]) + 1]++;
                }
            }
        }
        for (int v = 0; v < nodes; v++) {
            offsets[v + 1] = Math.addExact(offsets[v + 1], offsets[v]);
        }
        return offsets;
    }

    private static Rows transposed(int nodes, int[] offsets, int[] neighbours, double @Nullable [] weights) {
        int[] turned = new int[nodes + 1];
        for (int e = 0; e < offsets[nodes]; e++) {
            turned[neighbours[e] + 1]++;
        }
        for (int v = 0; v < nodes; v++) {
            turned[v + 1] += turned[v];
        }
        int[] ends = new int[offsets[nodes]];
        double[] turnedWeights = weights == null ? null : new double[offsets[nodes]];
        int[] next = Arrays.copyOf(turned, nodes);
        for (int v = 0; v < nodes; v++) {
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int place = next[neighbours[e]]++;
                ends[place] = v;
                if (weights != null && turnedWeights != null) {
                    turnedWeights[place] = weights[e];
                }
            }
        }
        return new Rows(turned, ends, turnedWeights);
    }

    /** Adds up equal neighbours of ascending rows, in place. */
    private static Rows merged(Rows rows) {
        double[] weights = rows.weights;
        if (weights == null) {
            return rows;
        }
        int nodes = rows.offsets.length - 1;
        int[] ends = rows.neighbours;
        int size = 0;
        int start = 0;
        for (int v = 0; v < nodes; v++) {
            int rowStart = size;
            int end = rows.offsets[v + 1];
            for (int e = start; e < end; e++) {
                if (size > rowStart && ends[size - 1] == ends[e]) {
                    weights[size - 1] += weights[e];
                } else {
                    ends[size] = ends[e];
                    weights[size++] = weights[e];
                }
            }
            rows.offsets[v + 1] = size;
            start = end;
        }
        return size == ends.length
                ? rows
                : new Rows(rows.offsets, Arrays.copyOf(ends, size), Arrays.copyOf(weights, size));
    }
}
