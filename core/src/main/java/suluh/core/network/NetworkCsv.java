package suluh.core.network;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.network.NetworkMap.Link;
import suluh.core.network.NetworkMap.Node;

/**
 * A map of the network as CSV (RFC 4180), UTF-8, for spreadsheets and other programs.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class NetworkCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private NetworkCsv() {}

    /** One line a node: its number, names, figures and place. */
    public static void nodes(NetworkMap map, Appendable out) throws IOException {
        line(
                out,
                List.of(
                        "number",
                        "key",
                        "name",
                        "kind",
                        "platforms",
                        "community",
                        "degree",
                        "betweenness",
                        "core",
                        "role",
                        "x",
                        "y"));
        for (int number = 0; number < map.nodes().size(); number++) {
            Node node = map.nodes().get(number);
            line(
                    out,
                    List.of(
                            Integer.toString(number),
                            text(node.key()),
                            text(node.label().name()),
                            node.isGroup() ? "group" : "account",
                            String.join(" ", node.label().platforms()),
                            Integer.toString(node.community()),
                            Integer.toString(node.degree()),
                            Double.toString(node.betweenness()),
                            Integer.toString(node.core()),
                            node.role(),
                            Double.toString(node.x()),
                            Double.toString(node.y())));
        }
    }

    /** One line a tied pair, by the keys of its nodes. */
    public static void ties(NetworkMap map, Appendable out) throws IOException {
        line(out, List.of("a", "b", "kinds", "observations", "first", "last"));
        for (Link link : map.links()) {
            line(
                    out,
                    List.of(
                            text(map.nodes().get(link.a()).key()),
                            text(map.nodes().get(link.b()).key()),
                            String.join(" ", link.kinds()),
                            Long.toString(link.observations()),
                            time(link.first()),
                            time(link.last())));
        }
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    private static String text(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void line(Appendable out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
