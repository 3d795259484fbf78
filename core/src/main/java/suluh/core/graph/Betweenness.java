package suluh.core.graph;

import java.util.Arrays;

/**
 * Betweenness: for each node the sum, over pairs of other nodes, of the share of shortest paths that pass through it
 * (Freeman 1977), by the algorithm of Brandes (2001).
 *
 * <p>{@code b(v) = Σ over s≠v≠t of paths(s,t through v) / paths(s,t)}; paths count steps, not weights; unnormalised; in
 * an undirected graph each pair counts once. Exact in time nodes × edges; above a stated size from random pivots
 * (Brandes and Pich 2007), scaled up, with the standard error of each value. Memory: eight arrays of the nodes.
 */
public final class Betweenness {
    /** Nodes times edges up to which the exact value is computed: about five seconds on one core. */
    private static final long MAX_EXACT_WORK = 1_000_000_000L;
    /** Edges visited by an estimate: as long as the largest exact run. */
    private static final long MAX_SAMPLED_WORK = 1_000_000_000L;

    private static final int MAX_PIVOTS = 1_024;
    private static final int MIN_PIVOTS = 32;

    private Betweenness() {}

    /** Exact values for graphs of moderate size, estimates beyond. */
    public static NodeValues of(Graph graph, long seed) {
        int pivots = isExactFor(graph)
                ? graph.nodeCount()
                : Math.clamp(MAX_SAMPLED_WORK / Math.max(1, graph.edgeCount()), MIN_PIVOTS, MAX_PIVOTS);
        return sampled(graph, pivots, seed);
    }

    /** True when {@link #of} gives exact values for this graph. */
    public static boolean isExactFor(Graph graph) {
        return (long) graph.nodeCount() * Math.max(1, graph.edgeCount()) <= MAX_EXACT_WORK;
    }

    /** Exact values. */
    public static double[] exact(Graph graph) {
        return sampled(graph, graph.nodeCount(), 0).toArray();
    }

    /** Exact values along arcs; each ordered pair counts. */
    public static double[] exact(Digraph graph) {
        int n = graph.nodeCount();
        Sources sources = new Sources(graph.out, graph.in);
        for (int source = 0; source < n; source++) {
            sources.accumulate(source);
        }
        return sources.total;
    }

    /** Estimates from this many pivots, or exact values when there are no more nodes than that. */
    public static NodeValues sampled(Graph graph, int pivots, long seed) {
        int n = graph.nodeCount();
        int[] drawn = Pivots.draw(n, pivots, seed);
        Sources sources = new Sources(graph.rows, graph.rows);
        for (int source : drawn) {
            sources.accumulate(source);
        }
        double[] values = sources.total;
        double[] errors = sources.squares;
        // Each pair is met from both of its ends.
        double scale = drawn.length == 0 ? 0 : (double) n / drawn.length / 2;
        for (int v = 0; v < n; v++) {
            errors[v] = Pivots.standardError(n, drawn.length, values[v], errors[v]) / 2;
            values[v] *= scale;
        }
        return new NodeValues(values, errors, drawn.length);
    }

    /**
     * One source's shortest paths after another's, with arrays that all sources share.
     *
     * <p>Where the frontier has more edges than what is not reached yet, nodes not reached ask their neighbours instead of
     * being asked (Beamer, Asanović and Patterson 2012). A node's neighbours on the level in question are told from the rest
     * by a value that is 0 for all others, so that adding up needs no branch, which halves the time.
     */
    private static final class Sources {
        private final Rows forward;
        private final Rows backward;
        private final int[] order;
        private final int[] level;
        /** {@code order[levelStart[d]..levelStart[d + 1]]} are the nodes d steps away. */
        private final int[] levelStart;

        private final double[] paths;
        private final double[] dependency;
        /** Share of the nodes of one level, 0 for all others. */
        private final double[] active;

        private final double[] total;
        private final double[] squares;

        Sources(Rows forward, Rows backward) {
            int n = forward.offsets.length - 1;
            this.forward = forward;
            this.backward = backward;
            this.order = new int[n];
            this.level = new int[n];
            this.levelStart = new int[n + 2];
            this.paths = new double[n];
            this.dependency = new double[n];
            this.active = new double[n];
            this.total = new double[n];
            this.squares = new double[n];
            Arrays.fill(level, -1);
        }

        /** Adds the source's dependency on each node, farthest level first. */
        void accumulate(int source) {
            int levels = search(source);
            for (int d = levels - 2; d >= 0; d--) {
                activate(d + 1);
                for (int i = levelStart[d]; i < levelStart[d + 1]; i++) {
                    int v = order[i];
                    double sum = paths[v] * activeAround(v, forward);
                    dependency[v] = sum;
                    if (d > 0) {
                        total[v] += sum;
                        squares[v] += sum * sum;
                    }
                }
                clear(d + 1);
            }
            for (int i = 0; i < levelStart[levels]; i++) {
                level[order[i]] = -1;
                paths[order[i]] = 0;
                dependency[order[i]] = 0;
            }
        }

        private void activate(int d) {
            for (int i = levelStart[d]; i < levelStart[d + 1]; i++) {
                int w = order[i];
                active[w] = (1 + dependency[w]) / paths[w];
            }
        }

        private void clear(int d) {
            for (int i = levelStart[d]; i < levelStart[d + 1]; i++) {
                active[order[i]] = 0;
            }
        }

        private double activeAround(int v, Rows rows) {
            double sum = 0;
            int[] neighbours = rows.neighbours;
            int end = rows.offsets[v + 1];
            for (int e = rows.offsets[v]; e < end; e++) {
                sum += active[neighbours[e]];
            }
            return sum;
        }

        /** Breadth first, counting shortest paths; gives the number of levels. */
        private int search(int source) {
            long unreached = forward.offsets[forward.offsets.length - 1];
            unreached -= forward.degree(source);
            long frontier = forward.degree(source);
            level[source] = 0;
            paths[source] = 1;
            order[0] = source;
            levelStart[1] = 1;
            int levels = 1;
            while (levelStart[levels] > levelStart[levels - 1]) {
                int end = frontier > unreached ? askBack(levels) : askForward(levels);
                frontier = 0;
                for (int i = levelStart[levels]; i < end; i++) {
                    frontier += forward.degree(order[i]);
                }
                unreached -= frontier;
                levelStart[++levels] = end;
            }
            return levels - 1;
        }

        /** Each node of the last level tells its neighbours. */
        private int askForward(int next) {
            int tail = levelStart[next];
            for (int i = levelStart[next - 1]; i < levelStart[next]; i++) {
                int v = order[i];
                double through = paths[v];
                for (int e = forward.offsets[v]; e < forward.offsets[v + 1]; e++) {
                    int w = forward.neighbours[e];
                    if (level[w] < 0) {
                        level[w] = next;
                        order[tail++] = w;
                    }
                    if (level[w] == next) {
                        paths[w] += through;
                    }
                }
            }
            return tail;
        }

        /** Each node not reached asks its neighbours. */
        private int askBack(int next) {
            for (int i = levelStart[next - 1]; i < levelStart[next]; i++) {
                active[order[i]] = paths[order[i]];
            }
            int tail = levelStart[next];
            for (int w = 0; w < level.length; w++) {
                if (level[w] < 0) {
                    double through = activeAround(w, backward);
                    if (through > 0) {
                        level[w] = next;
                        paths[w] = through;
                        order[tail++] = w;
                    }
                }
            }
            clear(next - 1);
            return tail;
        }
    }
}
