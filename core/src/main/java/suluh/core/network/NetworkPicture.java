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
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    /** Okabe and Ito's palette (2008), told apart by colour-blind eyes on light and on dark. */
    private static final String[] COLOURS = {
        "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#b8a900", "#888888"
    };

    private final CaseNetwork network;
    private final NetworkMeasures measures;
    private final int[] drawn;
    private final double[] x;
    private final double[] y;

    private NetworkPicture(CaseNetwork network, NetworkMeasures measures) {
        this.network = network;
        this.measures = measures;
        this.drawn = IntStream.range(0, network.nodeCount())
                .filter(node -> measures.degree(node) > 0)
                .boxed()
                .sorted((a, b) -> {
                    int order = Boolean.compare(isGroup(b), isGroup(a));
                    order = order != 0 ? order : Integer.compare(measures.degree(b), measures.degree(a));
                    return order != 0 ? order : Integer.compare(a, b);
                })
                .limit(MAX_NODES)
                .mapToInt(Integer::intValue)
                .toArray();
        this.x = new double[network.nodeCount()];
        this.y = new double[network.nodeCount()];
        place();
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
        return network.kind(node) == NodeKind.GROUP;
    }

    /** Each community is a sunflower disc (Vogel 1979), leading nodes in its middle; discs stand in a spiral. */
    private void place() {
        int communities = measures.communitySizes().size();
        int[] count = new int[communities];
        for (int node : drawn) {
            count[measures.community(node)]++;
        }
        double[] centreX = new double[communities];
        double[] centreY = new double[communities];
        double scale = Math.sqrt(WIDTH * (double) HEIGHT / Math.max(1, drawn.length)) * 0.42;
        double filled = 0;
        for (int c = 0; c < communities; c++) {
            double radius = scale * Math.sqrt(filled + count[c] / 2.0) * 0.95;
            double angle = c * GOLDEN_ANGLE;
            centreX[c] = c == 0 ? 0 : radius * Math.cos(angle) * 1.25;
            centreY[c] = c == 0 ? 0 : radius * Math.sin(angle) * 0.85;
            filled += count[c];
        }
        int[] placed = new int[communities];
        for (int node : drawn) {
            int c = measures.community(node);
            double radius = scale * 0.5 * Math.sqrt(placed[c] + 0.3);
            double angle = placed[c] * GOLDEN_ANGLE;
            x[node] = centreX[c] + radius * Math.cos(angle);
            y[node] = centreY[c] + radius * Math.sin(angle);
            placed[c]++;
        }
        fit();
    }

    private void fit() {
        double maxX = Arrays.stream(drawn)
                .mapToDouble(node -> Math.abs(x[node]))
                .max()
                .orElse(1);
        double maxY = Arrays.stream(drawn)
                .mapToDouble(node -> Math.abs(y[node]))
                .max()
                .orElse(1);
        double factor = Math.min((WIDTH / 2.0 - 90) / Math.max(1, maxX), (HEIGHT / 2.0 - 40) / Math.max(1, maxY));
        for (int node : drawn) {
            x[node] = WIDTH / 2.0 + x[node] * factor;
            y[node] = HEIGHT / 2.0 + y[node] * factor;
        }
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
        double size = 3 + Math.min(13, Math.sqrt(measures.degree(node)));
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
        double size = 3 + Math.min(13, Math.sqrt(measures.degree(node)));
        svg.append("<text x=\"").append(at(x[node])).append("\" y=\"").append(at(y[node] - size - 4));
        svg.append("\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"Canvas\" stroke-width=\"3\" ");
        svg.append("paint-order=\"stroke\">").append(HostileText.markup(shown)).append("</text>");
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
