package suluh.core.graph;

/**
 * Clustering: how many pairs of a node's neighbours are neighbours themselves (Watts and Strogatz 1998).
 *
 * <p>{@code c(v) = 2 × triangles(v) / (k(v) (k(v) − 1))}, 0 for fewer than two neighbours; the whole graph's transitivity is
 * {@code 3 × triangles / paths of length two} (Newman 2003). Weights are not read. Triangles are found along edges that lead
 * upwards in an order by degree: time edges^1.5 at worst, memory 4 bytes an edge (Chiba and Nishizeki 1985); in dense
 * graphs of at most {@value #MAX_BIT_NODES} nodes by rows of bits: time edges × nodes / 64, memory a bit for each pair.
 */
public final class Clustering {
    /** Rows of bits of so many nodes take 50 MB. */
    private static final int MAX_BIT_NODES = 20_000;

    private final long[] triangles;
    private final Graph graph;

    private Clustering(Graph graph) {
        this.graph = graph;
        this.triangles = new long[graph.nodeCount()];
        count();
    }

    /** Counts the triangles of the graph. */
    public static Clustering of(Graph graph) {
        return new Clustering(graph);
    }

    /** Triangles that the node is in. */
    public long triangles(int v) {
        return triangles[v];
    }

    /** Share of pairs of the node's neighbours that are joined. */
    public double local(int v) {
        double pairs = graph.degree(v) * (graph.degree(v) - 1.0) / 2;
        return pairs == 0 ? 0 : triangles[v] / pairs;
    }

    /** Mean of {@link #local} over all nodes; 0 for none. */
    public double average() {
        double sum = 0;
        for (int v = 0; v < triangles.length; v++) {
            sum += local(v);
        }
        return triangles.length == 0 ? 0 : sum / triangles.length;
    }

    /** Share of paths of length two that are closed; 0 when there are none. */
    public double transitivity() {
        double closed = 0;
        double paths = 0;
        for (int v = 0; v < triangles.length; v++) {
            closed += triangles[v];
            paths += graph.degree(v) * (graph.degree(v) - 1.0) / 2;
        }
        return paths == 0 ? 0 : closed / paths;
    }

    private void count() {
        int[] offsets = new int[triangles.length + 1];
        int[] above = upwards(offsets);
        if (isDense(offsets, above)) {
            countByBits();
            return;
        }
        int[] mark = new int[triangles.length];
        for (int v = 0; v < triangles.length; v++) {
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                mark[above[e]] = v + 1;
            }
            for (int e = offsets[v]; e < offsets[v + 1]; e++) {
                int u = above[e];
                // The triangle of v, u and a w above both is met here only.
                for (int f = offsets[u]; f < offsets[u + 1]; f++) {
                    int w = above[f];
                    if (mark[w] == v + 1) {
                        triangles[v]++;
                        triangles[u]++;
                        triangles[w]++;
                    }
                }
            }
        }
    }

    /** True where the rows to walk are longer than rows of bits would be. */
    private boolean isDense(int[] offsets, int[] above) {
        int n = triangles.length;
        long walked = 0;
        for (int u : above) {
            walked += offsets[u + 1] - offsets[u];
        }
        return n <= MAX_BIT_NODES && walked > (long) above.length * words(n);
    }

    private static int words(int nodes) {
        return (nodes + Long.SIZE - 1) / Long.SIZE;
    }

    /** Common neighbours of the ends of each edge, as bits that both rows have; each triangle is met twice at each corner. */
    private void countByBits() {
        int n = triangles.length;
        int words = words(n);
        long[] bits = new long[n * words];
        for (int v = 0; v < n; v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                bits[v * words + graph.neighbour(e) / Long.SIZE] |= 1L << graph.neighbour(e);
            }
        }
        for (int v = 0; v < n; v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                int u = graph.neighbour(e);
                if (u > v) {
                    long common = 0;
                    for (int i = 0; i < words; i++) {
                        common += Long.bitCount(bits[v * words + i] & bits[u * words + i]);
                    }
                    triangles[v] += common;
                    triangles[u] += common;
                }
            }
        }
        for (int v = 0; v < n; v++) {
            triangles[v] /= 2;
        }
    }

    /** Rows of those neighbours that stand above a node; none is longer than the root of twice the edges. */
    private int[] upwards(int[] offsets) {
        int[] above = new int[graph.edgeCount()];
        int size = 0;
        for (int v = 0; v < triangles.length; v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                if (isAbove(graph.neighbour(e), v)) {
                    above[size++] = graph.neighbour(e);
                }
            }
            offsets[v + 1] = size;
        }
        return above;
    }

    private boolean isAbove(int a, int b) {
        int byDegree = Integer.compare(graph.degree(a), graph.degree(b));
        return byDegree > 0 || (byDegree == 0 && a > b);
    }
}
