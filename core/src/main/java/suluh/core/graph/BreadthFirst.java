package suluh.core.graph;

import java.util.Arrays;

/**
 * Breadth-first searches over the same undirected rows, one after another, with arrays that all share.
 *
 * <p>Where the last level has more edges than what is not reached yet, nodes not reached ask their neighbours, up to the
 * first of that level, instead of being asked (Beamer, Asanović and Patterson 2012). Not thread-safe.
 */
final class BreadthFirst {
    /** Nodes reached, level by level; within a level in no stated order. */
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
        distance[source] = 0;
        order[0] = source;
        long frontier = rows.degree(source);
        long unreached = rows.offsets[distance.length] - frontier;
        int begin = 0;
        int end = 1;
        for (int next = 1; next <= maxSteps && begin < end; next++) {
            int tail = frontier > unreached ? askBack(next, end) : askForward(begin, end, next);
            frontier = 0;
            for (int i = end; i < tail; i++) {
                frontier += rows.degree(order[i]);
            }
            unreached -= frontier;
            begin = end;
            end = tail;
        }
        reached = end;
        return end;
    }

    /** Each node of the last level tells its neighbours. */
    private int askForward(int begin, int end, int next) {
        int tail = end;
        for (int i = begin; i < end; i++) {
            int v = order[i];
            for (int e = rows.offsets[v]; e < rows.offsets[v + 1]; e++) {
                int u = rows.neighbours[e];
                if (distance[u] < 0) {
                    distance[u] = next;
                    order[tail++] = u;
                }
            }
        }
        return tail;
    }

    /** Each node not reached asks its neighbours. */
    private int askBack(int next, int end) {
        int tail = end;
        for (int u = 0; u < distance.length; u++) {
            if (distance[u] < 0 && isBeside(u, next - 1)) {
                distance[u] = next;
                order[tail++] = u;
            }
        }
        return tail;
    }

    private boolean isBeside(int u, int level) {
        for (int e = rows.offsets[u]; e < rows.offsets[u + 1]; e++) {
            if (distance[rows.neighbours[e]] == level) {
                return true;
            }
        }
        return false;
    }
}
