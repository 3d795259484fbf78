package suluh.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import suluh.bench.PlantedNetwork.Planted;
import suluh.core.graph.Graph;
import suluh.core.graph.layout.Layout;

/**
 * The measures of networks beside the libraries that the field uses, in one run on one machine.
 *
 * <p>Communities: {@link CommunityPeers} in processes of their own, for time and for the heap that each can do with. Exact
 * betweenness beside JGraphT's: {@link BetweennessBench}. Layouts of the case's size and of a hundred thousand nodes.
 */
final class NetworkBench {
    private static final int NODES = 1_000_000;
    private static final int EDGES = 10_800_000;
    private static final double MIXING = 0.3;
    private static final double MAX_LOSS = 0.001;
    /** Heap in which the peer does not finish, found by halving; ours must finish in half of it. */
    private static final int PEER_HEAP_MB = 600;

    private static final double MAX_SMALL_LAYOUT_SECONDS = 3;
    private static final double MAX_LARGE_LAYOUT_SECONDS = 60;

    private final int sources;

    /**
     * A run.
     *
     * @param sources nodes that JGraphT searches from at full size
     */
    NetworkBench(int sources) {
        this.sources = sources;
    }

    List<Measurement> run() throws IOException, InterruptedException {
        List<Measurement> results = new ArrayList<>(communities());
        results.addAll(new BetweennessBench(sources).run());
        results.add(layout(6_100, 60_000, MAX_SMALL_LAYOUT_SECONDS));
        results.add(layout(100_000, 1_000_000, MAX_LARGE_LAYOUT_SECONDS));
        return results;
    }

    private static List<Measurement> communities() throws IOException, InterruptedException {
        List<String> network = List.of(String.valueOf(NODES), String.valueOf(EDGES), String.valueOf(MIXING));
        CommunityPeers.Answer peer = CommunityPeers.inProcess("cwts", "-Xmx4g", network);
        CommunityPeers.Answer ours = CommunityPeers.inProcess("suluh", "-Xmx4g", network);
        CommunityPeers.Answer small = CommunityPeers.inProcess("suluh", "-Xmx" + PEER_HEAP_MB / 2 + "m", network);
        CommunityPeers.Answer peerSmall = CommunityPeers.inProcess("cwts", "-Xmx" + PEER_HEAP_MB + "m", network);
        String size = String.format(Locale.ROOT, "%,d nodes, %,d edges", NODES, ours.edges());
        return List.of(
                new Measurement(
                        "communities by CWTS, " + size,
                        peer.seconds(),
                        String.format(Locale.ROOT, "modularity %.5f", peer.modularity()),
                        "",
                        true),
                new Measurement(
                        "communities by Suluh, the same",
                        ours.seconds(),
                        String.format(
                                Locale.ROOT,
                                "modularity %.5f, %.2f of the time",
                                ours.modularity(),
                                ours.seconds() / peer.seconds()),
                        "modularity - 0.001, time",
                        ours.modularity() >= peer.modularity() - MAX_LOSS && ours.seconds() <= peer.seconds()),
                new Measurement(
                        "the same in a heap of " + PEER_HEAP_MB / 2 + " MB",
                        small.seconds(),
                        String.format(
                                Locale.ROOT,
                                "modularity %.5f; CWTS in %d MB: %s",
                                small.modularity(),
                                PEER_HEAP_MB,
                                peerSmall.finished() ? "finished" : "out of memory"),
                        "half of CWTS's heap",
                        small.finished() && !peerSmall.finished()));
    }

    private static Measurement layout(int nodes, int edges, double limit) {
        Planted planted = PlantedNetwork.of(nodes, edges * 11 / 10, 0.1, 1);
        Graph graph = planted.graph();
        double[] radius = new double[nodes];
        for (int v = 0; v < nodes; v++) {
            radius[v] = 3 + Math.min(13, Math.sqrt(graph.degree(v)));
        }
        long start = System.nanoTime();
        Layout layout = Layout.of(graph, planted.community(), radius, 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measurement(
                String.format(Locale.ROOT, "layout of %,d nodes, %,d ties", layout.nodeCount(), graph.edgeCount()),
                seconds,
                "",
                String.format(Locale.ROOT, "%.0f s", limit),
                seconds <= limit);
    }
}
