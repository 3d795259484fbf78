package suluh.core.graph;

import java.util.Arrays;

/** Breadth-first searches over the same rows, one after another, with arrays that all share. Not thread-safe. */
final class BreadthFirst {
    /** Nodes reached, in the order of reaching. */
    final int[] order;
    /** Steps from the source, or -1 for a node that was not reached. */
    final int[] distance;

    private final Rows rows;
    private int reached;

    BreadthFirst(Rows rows) {
        int nodes = rows.offsets.length - 1;
        this.rows = rows;
        this.order = new int[nodes];
        this.distance = new int[nodes];
        Arrays.fill(distance, -1);
    }

    /** Searches from a source, at most {@code maxSteps} far; gives how many nodes were reached, itself included. */
    int from(int source, int maxSteps) {
        for (int i = 0; i < reached; i++) {
            distance[order[i]] = -1;
        }
        int head = 0;
        int tail = 0;
        distance[source] = 0;
        order[tail++] = source;
        while (head < tail) {
            int v = order[head++];
            int next = distance[v] + 1;
            if (next > maxSteps) {
                break;
            }
            for (int e = rows.offsets[v]; e < rows.offsets[v + 1]; e++) {
                int u = rows.neighbours[e];
                if (distance[u] < 0) {
                    distance[u] = next;
                    order[tail++] = u;
                }
            }
        }
        reached = tail;
        return tail;
    }
}
