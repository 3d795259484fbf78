package suluh.core.graph;

/** A graph at one level of aggregation: its nodes stand for sets of nodes below. */
final class LeidenLevel {
    final int nodes;
    final int[] offsets;
    final int[] neighbours;
    final double[] weights;
    /** Sum of the weights of a node's edges, those within the set it stands for included. */
    final double[] strength;

    private LeidenLevel(int nodes, int[] offsets, int[] neighbours, double[] weights, double[] strength) {
        this.nodes = nodes;
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.weights = weights;
        this.strength = strength;
    }

    static LeidenLevel of(Graph graph) {
        int n = graph.nodeCount();
        int[] offsets = new int[n + 1];
        double[] strength = new double[n];
        int[] neighbours = new int[2 * graph.edgeCount()];
        double[] weights = new double[2 * graph.edgeCount()];
        for (int v = 0; v < n; v++) {
            offsets[v + 1] = graph.firstEdge(v + 1);
            strength[v] = graph.strength(v);
        }
        for (int e = 0; e < neighbours.length; e++) {
            neighbours[e] = graph.neighbour(e);
            weights[e] = graph.weight(e);
        }
        return new LeidenLevel(n, offsets, neighbours, weights, strength);
    }

    /** The level whose nodes are these parts, 0 to {@code count - 1}; edges within a part disappear. */
    LeidenLevel aggregated(int[] part, int count) {
        double[] partStrength = new double[count];
        for (int v = 0; v < nodes; v++) {
            partStrength[part[v]] += strength[v];
        }
        int[] memberOffsets = new int[count + 1];
        for (int v = 0; v < nodes; v++) {
            memberOffsets[part[v] + 1]++;
        }
        for (int p = 0; p < count; p++) {
            memberOffsets[p + 1] += memberOffsets[p];
        }
        int[] members = new int[nodes];
        int[] next = memberOffsets.clone();
        for (int v = 0; v < nodes; v++) {
            members[next[part[v]]++] = v;
        }
        int[] newOffsets = new int[count + 1];
        int[] newNeighbours = new int[neighbours.length];
        double[] newWeights = new double[neighbours.length];
        double[] weightTo = new double[count];
        int[] touched = new int[count];
        int size = 0;
        for (int p = 0; p < count; p++) {
            int touchedCount = 0;
            for (int i = memberOffsets[p]; i < memberOffsets[p + 1]; i++) {
                for (int e = offsets[members[i]]; e < offsets[members[i] + 1]; e++) {
                    int q = part[neighbours[e]];
                    if (q != p) {
                        if (weightTo[q] == 0) {
                            touched[touchedCount++] = q;
                        }
                        weightTo[q] += weights[e];
                    }
                }
            }
            for (int i = 0; i < touchedCount; i++) {
                newNeighbours[size] = touched[i];
                newWeights[size++] = weightTo[touched[i]];
                weightTo[touched[i]] = 0;
            }
            newOffsets[p + 1] = size;
        }
        return new LeidenLevel(
                count,
                newOffsets,
                java.util.Arrays.copyOf(newNeighbours, size),
                java.util.Arrays.copyOf(newWeights, size),
                partStrength);
    }

    /** Adds up the weights from v to each label among its neighbours; gives how many labels were touched. */
    int weights(int v, int[] label, double[] weightTo, int[] touched) {
        int count = 0;
        for (int e = offsets[v]; e < offsets[v + 1]; e++) {
            int c = label[neighbours[e]];
            if (weightTo[c] == 0) {
                touched[count++] = c;
            }
            weightTo[c] += this.weights[e];
        }
        return count;
    }

    /** The same over the neighbours in v's own community, by their part. */
    int weightsWithin(int v, int[] community, int[] part, double[] weightTo, int[] touched) {
        int count = 0;
        for (int e = offsets[v]; e < offsets[v + 1]; e++) {
            int u = neighbours[e];
            if (community[u] == community[v]) {
                if (weightTo[part[u]] == 0) {
                    touched[count++] = part[u];
                }
                weightTo[part[u]] += this.weights[e];
            }
        }
        return count;
    }
}
