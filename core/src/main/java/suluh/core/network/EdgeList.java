package suluh.core.network;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import suluh.core.kernel.Outcome;

/**
 * An edge list in CSV (RFC 4180): two columns of ids, optionally a third with a weight, optionally a header.
 *
 * @param edges in file order
 */
public record EdgeList(List<Edge> edges) {
    /** More edges do not fit the memory that the command has. */
    private static final int MAX_EDGES = 20_000_000;

    /** One line: two ids and a positive weight. */
    public record Edge(String from, String to, double weight) {}

    public EdgeList {
        edges = List.copyOf(edges);
    }

    /** The edges in these lines, or the line that cannot be read. A first line whose weight is no number is a header. */
    public static Outcome<EdgeList> parse(Iterator<String> lines) {
        List<Edge> edges = new ArrayList<>();
        boolean hasWeights = false;
        for (int number = 1; lines.hasNext(); number++) {
            String line = lines.next();
            if (line.isBlank()) {
                continue;
            }
            List<String> fields = fields(number == 1 ? withoutByteOrderMark(line) : line);
            if (number == 1) {
                hasWeights = fields.size() > 2;
                if (isHeader(fields)) {
                    continue;
                }
            }
            double weight = hasWeights && fields.size() > 2 ? weight(fields.get(2)) : 1;
            if (fields.size() < 2 || fields.get(0).isEmpty() || fields.get(1).isEmpty() || !(weight > 0)) {
                return Outcome.refused(
                        NetworkCode.EDGE_UNREADABLE,
                        "Line " + number
                                + " is no edge: expected two ids and, where the file has weights, a number above 0.");
            }
            if (edges.size() == MAX_EDGES) {
                return Outcome.refused(NetworkCode.TOO_MANY_EDGES, "More than " + MAX_EDGES + " edges.");
            }
            edges.add(new Edge(fields.get(0), fields.get(1), weight));
        }
        return Outcome.done(new EdgeList(edges));
    }

    /** The network of these edges; every node is an account. */
    public CaseNetwork network() {
        NetworkBuilder builder = new NetworkBuilder();
        for (Edge edge : edges) {
            builder.node(edge.from(), NodeKind.ACCOUNT);
            builder.node(edge.to(), NodeKind.ACCOUNT);
            builder.tie(edge.from(), edge.to(), TieKind.MESSAGES, edge.weight());
        }
        return builder.build();
    }

    private static boolean isHeader(List<String> fields) {
        List<String> usual = List.of("from", "to", "source", "target", "src", "dst", "v1", "v2", "node1", "node2");
        boolean namesColumns = fields.size() >= 2
                && usual.contains(fields.get(0).toLowerCase(java.util.Locale.ROOT))
                && usual.contains(fields.get(1).toLowerCase(java.util.Locale.ROOT));
        return namesColumns || (fields.size() > 2 && Double.isNaN(weight(fields.get(2))));
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
