package suluh.core.network;

import java.io.IOException;
import java.util.Locale;
import suluh.core.graph.Graph;

/**
 * A measured network as GraphML 1.0, which Gephi, yEd, igraph and others read.
 *
 * <p>Attributes: nodes {@code label, kind, community, degree, betweenness, core}; edges {@code weight}, and {@code kinds} where
 * ties have them. Characters that XML 1.0 cannot carry become U+FFFD.
 */
public final class GraphMl {
    private GraphMl() {}

    /** Writes the network; each pair of tied nodes is one edge. */
    public static void write(CaseNetwork network, NetworkMeasures measures, Appendable out) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        key(out, "label", "node", "string");
        key(out, "kind", "node", "string");
        key(out, "community", "node", "int");
        key(out, "degree", "node", "int");
        key(out, "betweenness", "node", "double");
        key(out, "core", "node", "int");
        key(out, "weight", "edge", "double");
        out.append("<graph edgedefault=\"undirected\">\n");
        for (int node = 0; node < network.nodeCount(); node++) {
            out.append("<node id=\"n").append(Integer.toString(node)).append("\">");
            value(out, "label", text(network.key(node)));
            value(out, "kind", network.isGroup(node) ? "group" : "account");
            value(out, "community", Integer.toString(measures.community(node)));
            value(out, "degree", Integer.toString(measures.degree(node)));
            value(out, "betweenness", decimal(measures.betweenness(node)));
            value(out, "core", Integer.toString(measures.core(node)));
            out.append("</node>\n");
        }
        Graph graph = network.graph();
        for (int node = 0; node < network.nodeCount(); node++) {
            for (int e = graph.firstEdge(node); e < graph.firstEdge(node + 1); e++) {
                if (graph.neighbour(e) > node) {
                    out.append("<edge source=\"n")
                            .append(Integer.toString(node))
                            .append("\" target=\"n");
                    out.append(Integer.toString(graph.neighbour(e))).append("\">");
                    value(out, "weight", decimal(graph.weight(e)));
                    out.append("</edge>\n");
                }
            }
        }
        out.append("</graph>\n</graphml>\n");
    }

    private static void key(Appendable out, String name, String owner, String type) throws IOException {
        out.append("<key id=\"").append(name).append("\" for=\"").append(owner).append("\" attr.name=\"");
        out.append(name).append("\" attr.type=\"").append(type).append("\"/>\n");
    }

    private static void value(Appendable out, String key, String text) throws IOException {
        out.append("<data key=\"").append(key).append("\">").append(text).append("</data>");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    /** Escaped for element content; what XML 1.0 (5th edition, 2.2) does not allow is replaced. */
    private static String text(String raw) {
        StringBuilder out = new StringBuilder();
        raw.codePoints().forEach(c -> {
            boolean allowed = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF;
            switch (allowed ? c : 0xFFFD) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(allowed ? c : 0xFFFD);
            }
        });
        return out.toString();
    }
}
