package suluh.bench;

import java.util.SplittableRandom;
import suluh.core.graph.Graph;

/**
 * A random network with planted communities: the same seed gives the same edges.
 *
 * <p>Community sizes from 20 to 500, each size as likely as its inverse square; every edge lies within a community, drawn in
 * proportion to size, or with probability {@code mixing} between any two nodes. Labels are shuffled, so that no program
 * profits from an order of the nodes.
 */
final class PlantedNetwork {
    private static final int SMALLEST = 20;
    private static final int LARGEST = 500;

    /** Ends of the edges, and the planted community of each node. */
    static final class Planted {
        private final int[] from;
        private final int[] to;
        private final int[] community;

        private Planted(int[] from, int[] to, int[] community) {
            this.from = from;
            this.to = to;
            this.community = community;
        }

        Graph graph() {
            return Graph.simple(community.length, from, to);
        }

        int[] community() {
            return community.clone();
        }
    }

    private PlantedNetwork() {}

    /** A network of exactly so many nodes and at most so many edges: an edge drawn twice counts once. */
    static Planted of(int nodes, int edges, double mixing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] label = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            int j = random.nextInt(i + 1);
            label[i] = label[j];
            label[j] = i;
        }
        int[] start = new int[nodes];
        int[] size = new int[nodes];
        int[] community = new int[nodes];
        int number = 0;
        for (int v = 0; v < nodes; number++) {
            int drawn = Math.min(nodes - v, communitySize(random));
            for (int i = v; i < v + drawn; i++) {
                start[i] = v;
                size[i] = drawn;
                community[label[i]] = number;
            }
            v += drawn;
        }
        int[] from = new int[edges];
        int[] to = new int[edges];
        for (int e = 0; e < edges; e++) {
            int a = random.nextInt(nodes);
            int b = random.nextDouble() < mixing ? random.nextInt(nodes) : start[a] + random.nextInt(size[a]);
            from[e] = label[a];
            to[e] = label[b];
        }
        return new Planted(from, to, community);
    }

    /** By inversion of the distribution with density 1/s². */
    private static int communitySize(SplittableRandom random) {
        double inverse = 1.0 / SMALLEST - random.nextDouble() * (1.0 / SMALLEST - 1.0 / LARGEST);
        return (int) (1 / inverse);
    }
}
