package suluh.core.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import suluh.core.graph.Graph;
import suluh.core.kernel.HostileText;

/**
 * The network as an SVG picture: communities side by side, groups as squares, accounts as circles, leading nodes named.
 *
 * <p>Deterministic. Draws at most {@value #MAX_NODES} nodes, groups first, then by degree, and says how many it left out.
 */
public final class NetworkPicture {
    private static final int MAX_NODES = 360;
    private static final int MAX_LABELS = 24;
    private static final int MAX_LABEL_CHARS = 28;
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 760;
    private static final double MARGIN_X = 90;
    private static final double MARGIN_Y = 40;
    private static final double MAX_SCALE = 1.6;
    private static final double MIN_RADIUS = 1.2;
    /** Okabe and Ito's palette (2008), told apart by colour-blind eyes on light and on dark. */
    private static final String[] COLOURS = {
        "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#b8a900", "#888888"
    };

    private final CaseNetwork network;
    private final NetworkMeasures measures;
    private final int[] drawn;
    private final double[] x;
    private final double[] y;
    private final double[] radius;

    private NetworkPicture(CaseNetwork network, NetworkMeasures measures) {
        this.network = network;
        this.measures = measures;
        NetworkDrawing drawing = NetworkDrawing.of(network, measures, MAX_NODES);
        this.drawn = IntStream.range(0, drawing.size()).map(drawing::node).toArray();
        this.x = new double[network.nodeCount()];
        this.y = new double[network.nodeCount()];
        this.radius = new double[network.nodeCount()];
        for (int i = 0; i < drawn.length; i++) {
            x[drawn[i]] = drawing.x(i);
            y[drawn[i]] = drawing.y(i);
            radius[drawn[i]] = drawing.radius(i);
        }
        fit();
    }

    /**
     * The picture as an {@code <svg>} element.
     *
     * @param label text shown for a key, of any origin
     */
    public static String svg(CaseNetwork network, NetworkMeasures measures, UnaryOperator<String> label) {
        return new NetworkPicture(network, measures).draw(label);
    }

    private boolean isGroup(int node) {
        return network.isGroup(node);
    }

    /** Moves and scales the drawing, radii with it, so that nothing overlaps that did not. */
    private void fit() {
        double factor =
                Math.min((WIDTH - 2 * MARGIN_X) / Math.max(1, span(x)), (HEIGHT - 2 * MARGIN_Y) / Math.max(1, span(y)));
        double left = lowest(x) + span(x) / 2;
        double top = lowest(y) + span(y) / 2;
        factor = Math.min(factor, MAX_SCALE);
        for (int node : drawn) {
            x[node] = WIDTH / 2.0 + (x[node] - left) * factor;
            y[node] = HEIGHT / 2.0 + (y[node] - top) * factor;
            radius[node] = Math.max(MIN_RADIUS, radius[node] * factor);
        }
    }

    private double lowest(double[] coordinates) {
        return Arrays.stream(drawn).mapToDouble(node -> coordinates[node]).min().orElse(0);
    }

    private double span(double[] coordinates) {
        return Arrays.stream(drawn).mapToDouble(node -> coordinates[node]).max().orElse(0) - lowest(coordinates);
    }

    private String draw(UnaryOperator<String> label) {
        int left = network.nodeCount() - drawn.length;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT + 30)
                .append("\" font-family=\"system-ui,sans-serif\" font-size=\"12\">");
        svg.append("<title>Network of accounts and groups</title><desc>Squares are groups, circles are accounts or ")
                .append("actors; colour marks the community; size grows with the number of ties.</desc>");
        edges(svg);
        for (int i = drawn.length - 1; i >= 0; i--) {
            node(svg, drawn[i]);
        }
        for (int i = 0; i < Math.min(MAX_LABELS, drawn.length); i++) {
            label(svg, drawn[i], label.apply(network.key(drawn[i])));
        }
        svg.append("<text x=\"8\" y=\"")
                .append(HEIGHT + 20)
                .append("\" fill=\"currentColor\">")
                .append(drawn.length)
                .append(" nodes drawn, groups first, then by number of ties; ")
                .append(left)
                .append(" further nodes are not drawn.</text></svg>");
        return svg.toString();
    }

    private void edges(StringBuilder svg) {
        boolean[] isDrawn = new boolean[network.nodeCount()];
        for (int node : drawn) {
            isDrawn[node] = true;
        }
        Graph graph = network.graph();
        svg.append("<path fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.13\" stroke-width=\"0.8\" d=\"");
        for (int node : drawn) {
            for (int e = graph.firstEdge(node); e < graph.firstEdge(node + 1); e++) {
                int other = graph.neighbour(e);
                if (other > node && isDrawn[other]) {
                    svg.append('M').append(at(x[node])).append(' ').append(at(y[node]));
                    svg.append('L').append(at(x[other])).append(' ').append(at(y[other]));
                }
            }
        }
        svg.append("\"/>");
    }

    private void node(StringBuilder svg, int node) {
        String colour = COLOURS[Math.min(measures.community(node), COLOURS.length - 1)];
        double size = radius[node];
        if (isGroup(node)) {
            svg.append("<rect x=\"")
                    .append(at(x[node] - size))
                    .append("\" y=\"")
                    .append(at(y[node] - size));
            svg.append("\" width=\"")
                    .append(at(2 * size))
                    .append("\" height=\"")
                    .append(at(2 * size));
        } else {
            svg.append("<circle cx=\"").append(at(x[node])).append("\" cy=\"").append(at(y[node]));
            svg.append("\" r=\"").append(at(size));
        }
        svg.append("\" fill=\"").append(colour).append("\" stroke=\"#fff\" stroke-width=\"0.7\"/>");
    }

    private void label(StringBuilder svg, int node, String text) {
        String shown = text.codePointCount(0, text.length()) <= MAX_LABEL_CHARS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LABEL_CHARS)) + "…";
        double size = radius[node];
        svg.append("<text x=\"").append(at(x[node])).append("\" y=\"").append(at(y[node] - size - 4));
        svg.append("\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"Canvas\" stroke-width=\"3\" ");
        svg.append("paint-order=\"stroke\">").append(HostileText.markup(shown)).append("</text>");
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
