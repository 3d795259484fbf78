package suluh.core.graph;

import java.util.Arrays;

/**
 * Undirected weighted graph in compressed rows.
 *
 * <p>{@code neighbour(e)} for e in {@code firstEdge(v)..firstEdge(v+1)} are the neighbours of node v, ascending, each
 * once; every edge stands in both rows. Parallel edges are added up; self-loops are dropped, since no measure here
 * counts them. Memory: 24 bytes an edge and 4 a node. Immutable.
 */
public final class Graph {
    private final int[] offsets;
    private final int[] neighbours;
    private final double[] weights;

    private Graph(int[] offsets, int[] neighbours, double[] weights) {
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.weights = weights;
    }

    /**
     * The graph of these edges; edge i joins {@code from[i]} and {@code to[i]} with a positive weight.
     *
     * @param nodes nodes 0 to {@code nodes - 1}
     * @throws IllegalArgumentException for arrays of different lengths, a node out of range or a weight not above 0
     */
    public static Graph of(int nodes, int[] from, int[] to, double[] weight) {
        if (from.length != to.length || from.length != weight.length) {
            throw new IllegalArgumentException("edges need two ends and a weight each");
        }
        int[] offsets = new int[nodes + 1];
        for (int i = 0; i < from.length; i++) {
            if (from[i] < 0 || from[i] >= nodes || to[i] < 0 || to[i] >= nodes || !(weight[i] > 0)) {
                throw new IllegalArgumentException("edge " + i + " has an end outside the graph or no positive weight");
            }
            if (from[i] != to[i]) {
                offsets[from[i] + 1]++;
                offsets[to[i] + 1]++;
            }
        }
        for (int v = 0; v < nodes; v++) {
            offsets[v + 1] = Math.addExact(offsets[v + 1], offsets[v]);
        }
        int[] neighbours = new int[offsets[nodes]];
        double[] weights = new double[offsets[nodes]];
        int[] next = Arrays.copyOf(offsets, nodes);
        for (int i = 0; i < from.length; i++) {
            if (from[i] != to[i]) {
                neighbours[next[from[i]]] = to[i];
                weights[next[from[i]]++] = weight[i];
                neighbours[next[to[i]]] = from[i];
                weights[next[to[i]]++] = weight[i];
            }
        }
        return merged(nodes, offsets, neighbours, weights);
    }

    /**
     * Sorts rows by writing the transpose twice, which is linear, then adds up equal neighbours.
     */
    private static Graph merged(int nodes, int[] offsets, int[] neighbours, double[] weights) {
        int[] sorted = new int[neighbours.length];
        double[] sortedWeights = new double[neighbours.length];
        int[] next = Arrays.copyOf(offsets, nodes);
        for (int v = 0; v < nodes; v++) {
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int place = next[neighbours[e]]++;
                sorted[place] = v;
                sortedWeights[place] = weights[e];
            }
        }
        int[] mergedOffsets = new int[nodes + 1];
        int size = 0;
        for (int v = 0; v < nodes; v++) {
            int rowStart = size;
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                if (size > rowStart && sorted[size - 1] == sorted[e]) {
                    sortedWeights[size - 1] += sortedWeights[e];
                } else {
                    sorted[size] = sorted[e];
                    sortedWeights[size] = sortedWeights[e];
                    size++;
                }
            }
            mergedOffsets[v + 1] = size;
        }
        return new Graph(mergedOffsets, Arrays.copyOf(sorted, size), Arrays.copyOf(sortedWeights, size));
    }

    public int nodeCount() {
        return offsets.length - 1;
    }

    /** Edges, each counted once. */
    public int edgeCount() {
        return neighbours.length / 2;
    }

    /** Place of the first edge of node v; {@code firstEdge(nodeCount())} ends the last row. */
    public int firstEdge(int v) {
        return offsets[v];
    }

    public int neighbour(int edge) {
        return neighbours[edge];
    }

    public double weight(int edge) {
        return weights[edge];
    }

    /** Different neighbours of node v. */
    public int degree(int v) {
        return offsets[v + 1] - offsets[v];
    }

    /** Sum of the weights of node v's edges. */
    public double strength(int v) {
        double sum = 0;
        for (int e = offsets[v]; e < offsets[v + 1]; e++) {
            sum += weights[e];
        }
        return sum;
    }
}
