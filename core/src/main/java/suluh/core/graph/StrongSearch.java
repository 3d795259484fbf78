package suluh.core.graph;

import java.util.Arrays;

/** Tarjan's search for strongly connected components, walking with an explicit path. */
final class StrongSearch {
    private final Rows rows;
    private final int[] component;
    private final int[] entered;
    private final int[] low;
    private final int[] nextArc;
    private final int[] path;
    private final int[] open;
    private int pathSize;
    private int openSize;
    private int clock;
    private int found;

    StrongSearch(Rows rows) {
        int n = rows.offsets.length - 1;
        this.rows = rows;
        this.component = new int[n];
        this.entered = new int[n];
        this.low = new int[n];
        this.nextArc = Arrays.copyOf(rows.offsets, n);
        this.path = new int[n];
        this.open = new int[n];
        Arrays.fill(component, -1);
        Arrays.fill(entered, -1);
    }

    /** Number of its component for each node, from 0 in order of the smallest node. */
    int[] components() {
        for (int v = 0; v < component.length; v++) {
            if (entered[v] < 0) {
                walk(v);
            }
        }
        int[] number = new int[found];
        Arrays.fill(number, -1);
        int count = 0;
        for (int v = 0; v < component.length; v++) {
            if (number[component[v]] < 0) {
                number[component[v]] = count++;
            }
            component[v] = number[component[v]];
        }
        return component;
    }

    private void walk(int start) {
        enter(start);
        while (pathSize > 0) {
            int v = path[pathSize - 1];
            if (nextArc[v] < rows.offsets[v + 1]) {
                int u = rows.neighbours[nextArc[v]++];
                if (entered[u] < 0) {
                    enter(u);
                } else if (component[u] < 0) {
                    low[v] = Math.min(low[v], entered[u]);
                }
            } else {
                leave(v);
            }
        }
    }

    private void enter(int v) {
        entered[v] = clock;
        low[v] = clock++;
        path[pathSize++] = v;
        open[openSize++] = v;
    }

    private void leave(int v) {
        pathSize--;
        if (pathSize > 0) {
            int before = path[pathSize - 1];
            low[before] = Math.min(low[before], low[v]);
        }
        if (low[v] == entered[v]) {
            int u;
            do {
                u = open[--openSize];
                component[u] = found;
            } while (u != v);
            found++;
        }
    }
}
