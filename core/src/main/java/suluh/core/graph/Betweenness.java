package suluh.core.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import suluh.core.kernel.Workers;

/**
 * Betweenness: for each node the sum, over pairs of other nodes, of the share of shortest paths that pass through it
 * (Freeman 1977), by the algorithm of Brandes (2001).
 *
 * <p>{@code b(v) = Σ over s≠v≠t of paths(s,t through v) / paths(s,t)}; paths count steps, not weights; unnormalised; in
 * an undirected graph each pair counts once. Exact in time nodes × edges, leaves not counted: a leaf's paths are those of its
 * neighbour, so that searches go over the rest with weights (as Puzis and others 2012 fold them). Above a stated size from
 * random pivots (Brandes and Pich 2007), scaled up, with the standard error of each value. Memory: nine arrays of the nodes
 * for each thread. Sources may be searched from side by side; the values do not depend on how many are.
 */
public final class Betweenness {
    /** Nodes times edges, without leaves, up to which the exact value is computed: about ten seconds of one core. */
    static final long MAX_EXACT_WORK = 1_200_000_000L;

    /** A search of a graph too large for the cache takes so many times as long for each node and edge as a small one. */
    private static final int SEARCH_COST = 5;

    private static final int MAX_PIVOTS = 1_024;
    private static final int MIN_PIVOTS = 16;

    private Betweenness() {}

    /** Exact values for graphs of moderate size, estimates beyond. */
    public static NodeValues of(Graph graph, long seed) {
        return of(graph, MAX_EXACT_WORK, seed, Workers.ONE);
    }

    /**
     * Exact values where that costs no more than this, else estimates that cost about as much.
     *
     * @param maxWork nodes times edges, leaves not counted
     */
    public static NodeValues of(Graph graph, long maxWork, long seed) {
        return of(graph, maxWork, seed, Workers.ONE);
    }

    /** The same with the sources of a search divided among workers. */
    public static NodeValues of(Graph graph, long seed, Workers workers) {
        return of(graph, MAX_EXACT_WORK, seed, workers);
    }

    private static NodeValues of(Graph graph, long maxWork, long seed, Workers workers) {
        Leaves leaves = Leaves.of(graph);
        if (leaves.work() <= maxWork) {
            return new NodeValues(exact(graph, leaves, workers), new double[0], graph.nodeCount());
        }
        long pivots = maxWork / SEARCH_COST / Math.max(1, (long) graph.nodeCount() + graph.edgeCount());
        return sampled(graph, Math.clamp(pivots, MIN_PIVOTS, MAX_PIVOTS), seed, workers);
    }

    /** Exact values. */
    public static double[] exact(Graph graph) {
        return exact(graph, Workers.ONE);
    }

    /** Exact values, with the sources divided among workers. */
    public static double[] exact(Graph graph, Workers workers) {
        return exact(graph, Leaves.of(graph), workers);
    }

    private static double[] exact(Graph graph, Leaves leaves, Workers workers) {
        double[] weight = new double[leaves.node.length];
        Arrays.setAll(weight, v -> 1.0 + leaves.borne[v]);
        int[] all = IntStream.range(0, weight.length).toArray();
        double[] total = sums(leaves.rows, leaves.rows, weight, all, workers).total;
        int[] component = Components.of(graph);
        int[] size = Components.sizes(component);
        double[] values = new double[graph.nodeCount()];
        for (int v = 0; v < leaves.node.length; v++) {
            double others = size[component[leaves.node[v]]] - 1.0;
            double borne = leaves.borne[v];
            // Between its leaves, and from each of them to all others; every other pair was met from both of its ends.
            values[leaves.node[v]] = total[v] / 2 + borne * (borne - 1) / 2 + borne * (others - borne);
        }
        return values;
    }

    /**
     * What these sources add to the exact values: the sums over pairs with one end among them, each pair once for each such
     * end, halved. All nodes as sources give the exact values.
     */
    public static double[] from(Graph graph, int[] sources, Workers workers) {
        double[] total = sums(graph.rows, graph.rows, ones(graph.nodeCount()), sources, workers).total;
        for (int v = 0; v < total.length; v++) {
            total[v] /= 2;
        }
        return total;
    }

    /** Exact values along arcs; each ordered pair counts. */
    public static double[] exact(Digraph graph) {
        int[] all = IntStream.range(0, graph.nodeCount()).toArray();
        return sums(graph.out, graph.in, ones(all.length), all, Workers.ONE).total;
    }

    /** Estimates from this many pivots, or exact values when there are no more nodes than that. */
    public static NodeValues sampled(Graph graph, int pivots, long seed) {
        return sampled(graph, pivots, seed, Workers.ONE);
    }

    private static NodeValues sampled(Graph graph, int pivots, long seed, Workers workers) {
        int n = graph.nodeCount();
        int[] drawn = Pivots.draw(n, pivots, seed);
        Sums sums = sums(graph.rows, graph.rows, ones(n), drawn, workers);
        double[] values = sums.total;
        double[] errors = sums.squares;
        // Each pair is met from both of its ends.
        double scale = drawn.length == 0 ? 0 : (double) n / drawn.length / 2;
        for (int v = 0; v < n; v++) {
            errors[v] = Pivots.standardError(n, drawn.length, values[v], errors[v]) / 2;
            values[v] *= scale;
        }
        return new NodeValues(values, errors, drawn.length);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Dependencies of these sources added up, in runs that follow from the graph. */
    private static Sums sums(Rows forward, Rows backward, double[] weight, int[] from, Workers workers) {
        int runs = SourceRuns.count(forward, from.length);
        List<Sums> sums =
                Stream.generate(() -> new Sums(weight.length)).limit(runs).toList();
        SourceRuns.run(runs, from.length, workers, (run, first, end) -> {
            Sources sources = new Sources(forward, backward, weight, sums.get(run));
            for (int i = first; i < end; i++) {
                sources.accumulate(from[i]);
            }
        });
        Sums all = sums.getFirst();
        sums.subList(1, runs).forEach(all::add);
        return all;
    }

    /** Dependencies added up over sources, and their squares. */
    private static final class Sums {
        private final double[] total;
        private final double[] squares;

        Sums(int nodes) {
            this.total = new double[nodes];
            this.squares = new double[nodes];
        }

        void add(Sums more) {
            for (int v = 0; v < total.length; v++) {
                total[v] += more.total[v];
                squares[v] += more.squares[v];
            }
        }
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

        /** Nodes that each stands for: itself and what hangs on it. */
        private final double[] weight;

        private final double[] total;
        private final double[] squares;

        Sources(Rows forward, Rows backward, double[] weight, Sums sums) {
            int n = forward.offsets.length - 1;
            this.forward = forward;
            this.backward = backward;
            this.order = new int[n];
            this.level = new int[n];
            this.levelStart = new int[n + 2];
            this.paths = new double[n];
            this.dependency = new double[n];
            this.active = new double[n];
            this.weight = weight;
            this.total = sums.total;
            this.squares = sums.squares;
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
                        total[v] += weight[source] * sum;
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
                active[w] = (weight[w] + dependency[w]) / paths[w];
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
