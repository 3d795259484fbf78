package suluh.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeIntArray;
import suluh.bench.PlantedNetwork.Planted;
import suluh.core.graph.Graph;
import suluh.core.graph.Leiden;

/** One search for communities in a process of its own: two iterations by this program or by CWTS's library. */
final class CommunityPeers {
    /**
     * What a search found.
     *
     * @param finished false when the heap did not suffice
     */
    record Answer(boolean finished, double seconds, double modularity, long edges) {}

    private CommunityPeers() {}

    /** Runs the search in a new process with this heap; nodes, edges and mixing describe the network. */
    static Answer inProcess(String who, String heap, List<String> network) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                heap,
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                CommunityPeers.class.getName(),
                who));
        command.addAll(network);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            return new Answer(false, 0, 0, 0);
        }
        String[] fields = answer.substring(answer.lastIndexOf('\n') + 1).split(" ");
        return new Answer(
                true, Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), Long.parseLong(fields[2]));
    }

    public static void main(String[] args) {
        int nodes = Integer.parseInt(args[1]);
        int edges = Integer.parseInt(args[2]);
        double mixing = Double.parseDouble(args[3]);
        String line = args[0].equals("cwts") ? cwts(nodes, edges, mixing) : suluh(nodes, edges, mixing);
        System.out.println(line);
    }

    private static String suluh(int nodes, int edges, double mixing) {
        Graph graph = PlantedNetwork.of(nodes, edges, mixing, 1).graph();
        long start = System.nanoTime();
        int[] community = Leiden.communities(graph, 1, 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        return line(seconds, Leiden.modularity(graph, community, 1), graph.edgeCount());
    }

    /** The same edges through CWTS's own structures; the time begins when its network stands. */
    private static String cwts(int nodes, int edges, double mixing) {
        Planted planted = PlantedNetwork.of(nodes, edges, mixing, 1);
        Graph graph = planted.graph();
        planted = null;
        long[] first = new long[nodes + 1];
        LargeIntArray neighbours = new LargeIntArray(2L * graph.edgeCount());
        for (int v = 0; v < nodes; v++) {
            first[v + 1] = graph.firstEdge(v + 1);
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                neighbours.set((long) e, graph.neighbour(e));
            }
        }
        int edgeCount = graph.edgeCount();
        graph = null;
        Network network = new Network(nodes, true, first, neighbours, false);
        double resolution = 1 / (2 * network.getTotalEdgeWeight() + network.getTotalEdgeWeightSelfLinks());
        long start = System.nanoTime();
        int[] community = new LeidenAlgorithm(resolution, 2, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(1))
                .findClustering(network)
                .getClusters();
        double seconds = (System.nanoTime() - start) / 1e9;
        network = null;
        neighbours = null;
        Graph again = PlantedNetwork.of(nodes, edges, mixing, 1).graph();
        return line(seconds, Leiden.modularity(again, community, 1), edgeCount);
    }

    private static String line(double seconds, double modularity, long edges) {
        return String.format(Locale.ROOT, "%.3f %.6f %d", seconds, modularity, edges);
    }
}
