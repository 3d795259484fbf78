package suluh.core.network;

import java.util.List;
import java.util.Locale;
import suluh.core.kernel.HostileText;

/** Figures as a row of bars in SVG, without style or script; the table beside it says the same in numbers. */
public final class BarPicture {
    /** More bars than this are no picture; the last ones are drawn. */
    static final int MAX_BARS = 72;

    private static final int BAR = 14;
    private static final int GAP = 3;
    private static final int HEIGHT = 110;
    private static final int TEXT = 34;
    /** Room for a character of a label, so that labels stand apart. */
    private static final double CHAR_WIDTH = 6.5;

    private BarPicture() {}

    /**
     * Bars from left to right.
     *
     * @param title what is counted
     * @param labels one for each figure
     */
    public static String svg(String title, List<String> labels, List<Long> figures) {
        if (labels.size() != figures.size()) {
            throw new IllegalArgumentException("each figure needs a label");
        }
        int from = Math.max(0, figures.size() - MAX_BARS);
        long most =
                Math.max(1, figures.stream().mapToLong(Long::longValue).max().orElse(1));
        int width = Math.max(260, (figures.size() - from) * (BAR + GAP) + TEXT);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(width)
                .append(' ');
        svg.append(HEIGHT + TEXT)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(HEIGHT + TEXT);
        svg.append("\" font-family=\"system-ui,sans-serif\" font-size=\"10\"><title>");
        svg.append(HostileText.markup(title)).append("</title>");
        int longest = labels.stream().mapToInt(String::length).max().orElse(0) + 1;
        int step = Math.max(1, (int) Math.ceil(longest * CHAR_WIDTH / (BAR + GAP)));
        for (int i = from; i < figures.size(); i++) {
            int x = (i - from) * (BAR + GAP) + 2;
            double high = (HEIGHT - 14.0) * figures.get(i) / most;
            svg.append("<rect x=\"").append(x).append("\" y=\"").append(at(HEIGHT - high));
            svg.append("\" width=\"").append(BAR).append("\" height=\"").append(at(high));
            svg.append("\" fill=\"#0072b2\"><title>");
            svg.append(HostileText.markup(labels.get(i) + ": " + figures.get(i)))
                    .append("</title></rect>");
            if ((i - from) % step == 0) {
                svg.append("<text x=\"").append(x).append("\" y=\"").append(HEIGHT + 14);
                svg.append("\" fill=\"currentColor\">")
                        .append(HostileText.markup(labels.get(i)))
                        .append("</text>");
            }
        }
        svg.append("<text x=\"2\" y=\"10\" fill=\"currentColor\">").append(String.format(Locale.ROOT, "%,d", most));
        return svg.append("</text></svg>").toString();
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
