package suluh.core.network;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.graph.Graph;
import suluh.core.network.NetworkMap.Link;
import suluh.core.network.NetworkMap.Node;

/**
 * A measured network as GraphML 1.0, which Gephi, yEd, igraph and others read.
 *
 * <p>Attributes of nodes: {@code label, kind, community, degree, betweenness, core}, of a map also {@code role, platforms, x,
 * y}; of edges: {@code weight}, of a map {@code kinds, observations, first, last}. Characters that XML 1.0 cannot carry become
 * U+FFFD.
 */
public final class GraphMl {
    private final Appendable out;

    private GraphMl(Appendable out) {
        this.out = out;
    }

    /** Writes the network; each pair of tied nodes is one edge. */
    public static void write(CaseNetwork network, NetworkMeasures measures, Appendable out) throws IOException {
        GraphMl xml = new GraphMl(out);
        xml.begin();
        xml.key("weight", "edge", "double");
        xml.graph();
        for (int node = 0; node < network.nodeCount(); node++) {
            xml.node(node, network.key(node), network.isGroup(node), measures.community(node));
            xml.measures(measures.degree(node), measures.betweenness(node), measures.core(node));
            out.append("</node>\n");
        }
        Graph graph = network.graph();
        for (int node = 0; node < network.nodeCount(); node++) {
            for (int e = graph.firstEdge(node); e < graph.firstEdge(node + 1); e++) {
                if (graph.neighbour(e) > node) {
                    xml.edge(node, graph.neighbour(e));
                    xml.value("weight", decimal(graph.weight(e)));
                    out.append("</edge>\n");
                }
            }
        }
        xml.end();
    }

    /** Writes a map with places, roles, kinds and times. */
    public static void write(NetworkMap map, Appendable out) throws IOException {
        GraphMl xml = new GraphMl(out);
        xml.begin();
        for (String name : new String[] {"key", "role", "platforms"}) {
            xml.key(name, "node", "string");
        }
        xml.key("x", "node", "double");
        xml.key("y", "node", "double");
        xml.key("observations", "edge", "long");
        for (String name : new String[] {"kinds", "first", "last"}) {
            xml.key(name, "edge", "string");
        }
        xml.graph();
        for (int number = 0; number < map.nodes().size(); number++) {
            Node node = map.nodes().get(number);
            xml.node(number, node.label().name(), node.isGroup(), node.community());
            xml.measures(node.degree(), node.betweenness(), node.core());
            xml.value("key", text(node.key()));
            xml.value("role", text(node.role()));
            xml.value("platforms", text(String.join(" ", node.label().platforms())));
            xml.value("x", decimal(node.x()));
            xml.value("y", decimal(node.y()));
            out.append("</node>\n");
        }
        for (Link link : map.links()) {
            xml.edge(link.a(), link.b());
            xml.value("observations", Long.toString(link.observations()));
            xml.value("kinds", text(String.join(" ", link.kinds())));
            xml.time("first", link.first());
            xml.time("last", link.last());
            out.append("</edge>\n");
        }
        xml.end();
    }

    private void begin() throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        key("label", "node", "string");
        key("kind", "node", "string");
        key("community", "node", "int");
        key("degree", "node", "int");
        key("betweenness", "node", "double");
        key("core", "node", "int");
    }

    private void graph() throws IOException {
        out.append("<graph edgedefault=\"undirected\">\n");
    }

    private void end() throws IOException {
        out.append("</graph>\n</graphml>\n");
    }

    private void node(int number, String label, boolean isGroup, int community) throws IOException {
        out.append("<node id=\"n").append(Integer.toString(number)).append("\">");
        value("label", text(label));
        value("kind", isGroup ? "group" : "account");
        value("community", Integer.toString(community));
    }

    private void measures(int degree, double betweenness, int core) throws IOException {
        value("degree", Integer.toString(degree));
        value("betweenness", decimal(betweenness));
        value("core", Integer.toString(core));
    }

    private void edge(int a, int b) throws IOException {
        out.append("<edge source=\"n").append(Integer.toString(a));
        out.append("\" target=\"n").append(Integer.toString(b)).append("\">");
    }

    private void time(String key, @Nullable Instant time) throws IOException {
        if (time != null) {
            value(key, time.toString());
        }
    }

    private void key(String name, String owner, String type) throws IOException {
        out.append("<key id=\"").append(name).append("\" for=\"").append(owner).append("\" attr.name=\"");
        out.append(name).append("\" attr.type=\"").append(type).append("\"/>\n");
    }

    private void value(String key, String text) throws IOException {
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
