package suluh.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import suluh.app.host.Processors;
import suluh.core.graph.Betweenness;
import suluh.core.graph.Graph;
import suluh.core.kernel.Workers;

/**
 * Exact betweenness of ten thousand nodes and a hundred thousand edges, on all processors, beside JGraphT's.
 *
 * <p>JGraphT needs many minutes for the whole of it. Compared are therefore: everything, on a graph of a fifth of the nodes
 * and edges; and on the graph itself what a sample of sources adds, both libraries over the same sources. That our exact
 * values are the sum over all sources, to the last digit on one thread and on all, is compared besides.
 */
final class BetweennessBench {
    private static final double MIXING = 0.3;
    private static final double MAX_SECONDS = 20;
    /** Relative difference of two sums of many numbers in another order. */
    private static final double ROUNDING = 1e-9;

    private static final int SMALL_NODES = 2_000;
    private static final int NODES = 10_000;
    private static final int DRAWN_EDGES = 109_500;

    private final int sources;

    /**
     * A run.
     *
     * @param sources nodes that JGraphT searches from at full size
     */
    BetweennessBench(int sources) {
        this.sources = Math.clamp(sources, 1, NODES);
    }

    List<Measurement> run() {
        return List.of(small(), whole(), sampled());
    }

    /** Warms both up, too. */
    private static Measurement small() {
        Graph graph = PlantedNetwork.of(SMALL_NODES, DRAWN_EDGES / 5, MIXING, 1).graph();
        var peer = JgraphtSources.graph(graph);
        long start = System.nanoTime();
        double[] ours = Betweenness.exact(graph, Processors.ALL);
        double seconds = seconds(start);
        start = System.nanoTime();
        double[] theirs =
                JgraphtSources.betweenness(peer, IntStream.range(0, SMALL_NODES).toArray());
        double peerSeconds = seconds(start);
        double worst = worst(ours, theirs);
        return new Measurement(
                "betweenness, all of " + size(graph),
                seconds,
                String.format(Locale.ROOT, "JGraphT %.1f s on one thread; differs by %.0e at most", peerSeconds, worst),
                "equal",
                worst < ROUNDING);
    }

    private static Measurement whole() {
        Graph graph = PlantedNetwork.of(NODES, DRAWN_EDGES, MIXING, 1).graph();
        long start = System.nanoTime();
        double[] all = Betweenness.exact(graph, Processors.ALL);
        double seconds = seconds(start);
        start = System.nanoTime();
        double[] one = Betweenness.exact(graph, Workers.ONE);
        double oneSeconds = seconds(start);
        boolean isSame = Arrays.equals(all, one);
        return new Measurement(
                "betweenness, all of " + size(graph),
                seconds,
                String.format(
                        Locale.ROOT,
                        "one thread %.1f s, %s",
                        oneSeconds,
                        isSame ? "the same to the last digit" : "NOT the same"),
                "20 s, the same on any number of threads",
                seconds <= MAX_SECONDS && isSame);
    }

    private Measurement sampled() {
        Graph graph = PlantedNetwork.of(NODES, DRAWN_EDGES, MIXING, 1).graph();
        var peer = JgraphtSources.graph(graph);
        int[] chosen = new SplittableRandom(1)
                .ints(0, NODES)
                .distinct()
                .limit(sources)
                .sorted()
                .toArray();
        long start = System.nanoTime();
        double[] theirs = JgraphtSources.betweenness(peer, chosen);
        double peerSeconds = seconds(start);
        double worst = worst(Betweenness.from(graph, chosen, Processors.ALL), theirs);
        double own = worst(
                Betweenness.from(graph, IntStream.range(0, NODES).toArray(), Processors.ALL),
                Betweenness.exact(graph, Processors.ALL));
        return new Measurement(
                String.format(Locale.ROOT, "JGraphT there, from %,d of the nodes", sources),
                peerSeconds,
                String.format(
                        Locale.ROOT,
                        "differs by %.0e at most from ours over the same; %.0f s for all nodes; our sum over all: %.0e",
                        worst,
                        peerSeconds * NODES / sources,
                        own),
                "equal",
                worst < ROUNDING && own < ROUNDING);
    }

    private static String size(Graph graph) {
        return String.format(Locale.ROOT, "%,d nodes, %,d edges", graph.nodeCount(), graph.edgeCount());
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static double worst(double[] ours, double[] theirs) {
        double worst = ours.length == theirs.length ? 0 : Double.MAX_VALUE;
        for (int v = 0; v < Math.min(ours.length, theirs.length); v++) {
            worst = Math.max(worst, Math.abs(ours[v] - theirs[v]) / Math.max(1, theirs[v]));
        }
        return worst;
    }
}
