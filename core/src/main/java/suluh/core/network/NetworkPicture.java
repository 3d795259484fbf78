package suluh.core.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import suluh.core.kernel.HostileText;
import suluh.core.network.NetworkMap.Link;
import suluh.core.network.NetworkMap.Node;

/**
 * A map of the network as an SVG picture: colour marks the community, squares are groups, circles accounts; a dark rim marks
 * a node whose records show a role, and the leading ones are named.
 *
 * <p>Deterministic; no style but attributes, so that a strict policy lets it stand in a page. Draws the first
 * {@value #MAX_NODES} nodes that have a link, and says how many it left out.
 */
public final class NetworkPicture {
    /** Nodes drawn: beyond, a picture of this size shows nothing more. */
    public static final int MAX_NODES = 360;

    private static final int MAX_LABELS = 30;
    private static final int MAX_LABEL_CHARS = 28;
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 760;
    private static final int LEGEND_HEIGHT = 30;
    private static final double MARGIN_X = 90;
    private static final double MARGIN_Y = 40;
    private static final double MAX_SCALE = 1.6;
    private static final double MIN_RADIUS = 1.2;
    private static final double CHAR_WIDTH = 6.4;
    private static final double LINE_HEIGHT = 14;
    /** Okabe and Ito's palette (2008), told apart by colour-blind eyes on light and on dark. */
    private static final String[] COLOURS = {
        "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#b8a900", "#888888"
    };

    private final NetworkMap map;
    private final IntFunction<String> address;
    private final int[] drawn;
    private final boolean[] isDrawn;
    private final double[] x;
    private final double[] y;
    private final double[] radius;

    /** Space that a label takes. */
    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private NetworkPicture(NetworkMap map, IntFunction<String> address, int maxNodes) {
        this.map = map;
        this.address = address;
        boolean[] linked = map.linked();
        this.drawn = IntStream.range(0, linked.length)
                .filter(node -> linked[node])
                .limit(maxNodes)
                .toArray();
        this.isDrawn = new boolean[linked.length];
        this.x = new double[linked.length];
        this.y = new double[linked.length];
        this.radius = new double[linked.length];
        for (int node : drawn) {
            isDrawn[node] = true;
        }
        fit();
    }

    /**
     * The picture as an {@code <svg>} element.
     *
     * @param address where a click on the node of this number leads, or empty for nowhere
     */
    public static String svg(NetworkMap map, IntFunction<String> address) {
        return new NetworkPicture(map, address, MAX_NODES).draw();
    }

    /**
     * The picture of fewer nodes, as many as fit into so many bytes in UTF-8; those that are drawn stand where they stand in
     * the whole picture.
     *
     * @param address as in {@link #svg}
     */
    public static String within(int maxBytes, NetworkMap map, IntFunction<String> address) {
        int nodes = MAX_NODES;
        String picture = svg(map, address);
        while (nodes > 0 && picture.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            nodes = nodes * 3 / 4;
            picture = new NetworkPicture(map, address, nodes).draw();
        }
        return picture;
    }

    /** Colour of a community. */
    public static String colour(int community) {
        return COLOURS[Math.clamp(community, 0, COLOURS.length - 1)];
    }

    /** Moves and scales the whole map, radii with it, so that a filter moves nothing and nothing overlaps anew. */
    private void fit() {
        double left = extent(true, false);
        double top = extent(false, false);
        double wide = Math.max(1, extent(true, true) - left);
        double high = Math.max(1, extent(false, true) - top);
        double factor = Math.min(MAX_SCALE, Math.min((WIDTH - 2 * MARGIN_X) / wide, (HEIGHT - 2 * MARGIN_Y) / high));
        for (int node : drawn) {
            Node one = map.nodes().get(node);
            x[node] = WIDTH / 2.0 + (one.x() - left - wide / 2) * factor;
            y[node] = HEIGHT / 2.0 + (one.y() - top - high / 2) * factor;
            radius[node] = Math.max(MIN_RADIUS, one.radius() * factor);
        }
    }

    private double extent(boolean isX, boolean isMax) {
        return map.nodes().stream()
                .mapToDouble(node -> isX ? node.x() : node.y())
                .reduce(isMax ? Math::max : Math::min)
                .orElse(0);
    }

    private String draw() {
        StringBuilder svg = new StringBuilder(1 << 14);
        boolean isClickable =
                IntStream.of(drawn).anyMatch(node -> !address.apply(node).isEmpty());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"")
                .append(isClickable ? "group" : "img")
                .append("\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT + LEGEND_HEIGHT)
                .append("\" font-family=\"system-ui,sans-serif\" font-size=\"12\">");
        svg.append("<title>Network of accounts and groups</title><desc>Squares are groups, circles are accounts or ")
                .append("actors; colour marks the community, a dark rim a role that records show; size grows with the ")
                .append("number of ties.</desc>");
        links(svg);
        for (int i = drawn.length - 1; i >= 0; i--) {
            node(svg, drawn[i]);
        }
        labels(svg);
        long left = map.left()
                + IntStream.range(0, isDrawn.length)
                        .filter(node -> !isDrawn[node])
                        .count();
        svg.append("<text x=\"8\" y=\"")
                .append(HEIGHT + LEGEND_HEIGHT - 10)
                .append("\" fill=\"currentColor\">")
                .append(drawn.length)
                .append(" nodes drawn, groups (squares) first, then by number of ties; ")
                .append(left)
                .append(" further nodes are not drawn. Dark rim: a role that records show.</text></svg>");
        return svg.toString();
    }

    private void links(StringBuilder svg) {
        svg.append("<path fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.13\" stroke-width=\"0.8\" d=\"");
        for (Link link : map.links()) {
            if (isDrawn[link.a()] && isDrawn[link.b()]) {
                svg.append('M').append(at(x[link.a()])).append(' ').append(at(y[link.a()]));
                svg.append('L').append(at(x[link.b()])).append(' ').append(at(y[link.b()]));
            }
        }
        svg.append("\"/>");
    }

    private void node(StringBuilder svg, int number) {
        Node node = map.nodes().get(number);
        String target = address.apply(number);
        if (!target.isEmpty()) {
            svg.append("<a href=\"").append(HostileText.markup(target)).append("\" tabindex=\"-1\" aria-label=\"");
            svg.append(HostileText.markup(node.label().name())).append("\">");
        }
        double size = radius[number];
        if (node.isGroup()) {
            svg.append("<rect x=\"")
                    .append(at(x[number] - size))
                    .append("\" y=\"")
                    .append(at(y[number] - size));
            svg.append("\" width=\"")
                    .append(at(2 * size))
                    .append("\" height=\"")
                    .append(at(2 * size));
        } else {
            svg.append("<circle cx=\"").append(at(x[number])).append("\" cy=\"").append(at(y[number]));
            svg.append("\" r=\"").append(at(size));
        }
        svg.append("\" fill=\"").append(colour(node.community())).append("\" stroke=\"");
        svg.append(node.isMarked() ? "currentColor\" stroke-width=\"2" : "#fff\" stroke-width=\"0.7")
                .append("\">");
        svg.append("<title>").append(HostileText.markup(node.label().name() + ", " + node.role()));
        svg.append("</title>").append(node.isGroup() ? "</rect>" : "</circle>");
        svg.append(target.isEmpty() ? "" : "</a>");
    }

    /** Names groups and marked nodes first; a label that would lie over another is left out. */
    private void labels(StringBuilder svg) {
        List<Box> taken = new ArrayList<>();
        IntStream.of(drawn)
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer node) -> !map.nodes().get(node).isGroup()
                                        && !map.nodes().get(node).isMarked())
                        .thenComparingDouble(node -> -radius[node])
                        .thenComparing(node -> node))
                .forEach(node -> label(svg, node, taken));
    }

    private void label(StringBuilder svg, int number, List<Box> taken) {
        Node node = map.nodes().get(number);
        String name = node.label().name();
        String shown = name.codePointCount(0, name.length()) <= MAX_LABEL_CHARS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_LABEL_CHARS)) + "…";
        String text = node.isMarked() ? shown + " (" + node.role() + ")" : shown;
        double base = y[number] - radius[number] - 4;
        double half = text.length() * CHAR_WIDTH / 2;
        Box box = new Box(x[number] - half, base - LINE_HEIGHT, x[number] + half, base);
        if (taken.size() >= MAX_LABELS || taken.stream().anyMatch(box::meets)) {
            return;
        }
        taken.add(box);
        svg.append("<text x=\"").append(at(x[number])).append("\" y=\"").append(at(base));
        svg.append("\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"Canvas\" stroke-width=\"3\" ");
        svg.append("paint-order=\"stroke\">").append(HostileText.markup(text)).append("</text>");
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
