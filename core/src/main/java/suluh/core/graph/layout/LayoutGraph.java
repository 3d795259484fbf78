package suluh.core.graph.layout;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import suluh.core.graph.Graph;

/** A graph at one level of coarseness: rows of neighbours, and what forces need to know of each node. */
final class LayoutGraph {
    final int nodes;
    final int[] offsets;
    final int[] neighbours;
    /** Strength of attraction along each edge. */
    final float[] pull;
    /** Repelling mass of each node: the number of its edges at the lowest level, plus 1, for all it stands for. */
    final double[] mass;

    final int[] community;

    private LayoutGraph(int nodes, int[] offsets, int[] neighbours, float[] pull, double[] mass, int[] community) {
        this.nodes = nodes;
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.pull = pull;
        this.mass = mass;
        this.community = community;
    }

    static LayoutGraph of(Graph graph, int[] community) {
        int n = graph.nodeCount();
        int[] offsets = new int[n + 1];
        int[] neighbours = new int[2 * graph.edgeCount()];
        float[] pull = new float[neighbours.length];
        double[] mass = new double[n];
        for (int v = 0; v < n; v++) {
            offsets[v + 1] = graph.firstEdge(v + 1);
            mass[v] = graph.degree(v) + 1;
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                int u = graph.neighbour(e);
                neighbours[e] = u;
                double strength = 1 + Math.log1p(graph.weight(e));
                pull[e] = (float) (strength * (community[u] == community[v] ? ForceField.INSIDE : 1));
            }
        }
        return new LayoutGraph(n, offsets, neighbours, pull, mass, community);
    }

    /**
     * Pairs each node with the free neighbour it is pulled to most, its own community first; lone ones at the rim of a hub
     * join the hub's own rim.
     *
     * @return node of the coarser graph for each node, numbered without gaps
     */
    int[] matched(RandomGenerator random) {
        int[] partner = new int[nodes];
        Arrays.fill(partner, -1);
        for (int v : shuffled(random)) {
            if (partner[v] >= 0) {
                continue;
            }
            int best = -1;
            double most = 0;
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int u = neighbours[e];
                double wish = pull[e] / (mass[u] * (community[u] == community[v] ? 1 : 4));
                if (partner[u] < 0 && u != v && wish > most) {
                    most = wish;
                    best = u;
                }
            }
            partner[v] = best < 0 ? v : best;
            if (best >= 0) {
                partner[best] = v;
            }
        }
        pairLoneNodes(partner);
        int[] coarse = new int[nodes];
        int count = 0;
        for (int v = 0; v < nodes; v++) {
            coarse[v] = partner[v] < v ? coarse[partner[v]] : count++;
        }
        return coarse;
    }

    /** Nodes left alone are paired when their first neighbour is the same: the leaves of a star. */
    private void pairLoneNodes(int[] partner) {
        int[] waiting = new int[nodes];
        Arrays.fill(waiting, -1);
        for (int v = 0; v < nodes; v++) {
            if (partner[v] == v && offsets[v] < offsets[v + 1]) {
                int hub = neighbours[offsets[v]];
                if (waiting[hub] >= 0) {
                    partner[v] = waiting[hub];
                    partner[waiting[hub]] = v;
                    waiting[hub] = -1;
                } else {
                    waiting[hub] = v;
                }
            }
        }
    }

    /** The coarser graph in which nodes of one number are one; pulls are added up. */
    LayoutGraph coarser(int[] coarse) {
        int count = Arrays.stream(coarse).max().orElse(-1) + 1;
        double[] newMass = new double[count];
        int[] newCommunity = new int[count];
        int[] first = new int[count];
        int[] second = new int[count];
        Arrays.fill(first, -1);
        Arrays.fill(second, -1);
        for (int v = 0; v < nodes; v++) {
            newMass[coarse[v]] += mass[v];
            newCommunity[coarse[v]] = community[v];
            if (first[coarse[v]] < 0) {
                first[coarse[v]] = v;
            } else {
                second[coarse[v]] = v;
            }
        }
        int[] newOffsets = new int[count + 1];
        int[] newNeighbours = new int[neighbours.length];
        float[] newPull = new float[neighbours.length];
        int[] placeOf = new int[count];
        Arrays.fill(placeOf, -1);
        int size = 0;
        for (int p = 0; p < count; p++) {
            int start = size;
            for (int member : new int[] {first[p], second[p]}) {
                for (int e = member < 0 ? 0 : offsets[member]; member >= 0 && e < offsets[member + 1]; e++) {
                    int q = coarse[neighbours[e]];
                    if (q == p) {
                        continue;
                    }
                    if (placeOf[q] < start) {
                        placeOf[q] = size;
                        newNeighbours[size] = q;
                        newPull[size++] = 0;
                    }
                    newPull[placeOf[q]] += pull[e];
                }
            }
            newOffsets[p + 1] = size;
        }
        return new LayoutGraph(
                count,
                newOffsets,
                Arrays.copyOf(newNeighbours, size),
                Arrays.copyOf(newPull, size),
                newMass,
                newCommunity);
    }

    private int[] shuffled(RandomGenerator random) {
        int[] order = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
