package suluh.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import suluh.app.flow.SeeTimeline.Bar;
import suluh.app.flow.SeeTimeline.Timeline;

/** A timeline as a picture of stacked bars, each a link; the table beside it says the same in figures. */
final class TimelineChart {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 220;
    private static final int BOTTOM = 20;
    private static final int LABELS = 8;
    private static final int LABEL_WIDTH = 70;
    private static final int COLOURS = 6;

    private TimelineChart() {}

    /**
     * The picture as SVG, without scripts or styles of its own.
     *
     * @param link where a bar leads
     */
    static String svg(Timeline timeline, String label, Function<Bar, String> link) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"timeline\" viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"%s\" data-from=\"%s\" data-until=\"%s\">",
                WIDTH,
                HEIGHT + BOTTOM,
                label,
                days(timeline, Bar::from),
                days(timeline, Bar::until)));
        List<Bar> bars = timeline.bars();
        double step = (double) WIDTH / Math.max(1, bars.size());
        int everyLabel = Math.max(1, (bars.size() + LABELS - 1) / LABELS);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            if (bar.messages() > 0) {
                draw(svg, timeline, bar, i * step, step, link.apply(bar));
            }
            if (i % everyLabel == 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                        i * step,
                        HEIGHT + BOTTOM - 5,
                        // A label that begins near the right edge would be cut off by it.
                        i * step > WIDTH - LABEL_WIDTH ? "end" : "start",
                        bar.label()));
            }
        }
        return svg.append("</svg>").toString();
    }

    /** First or last days of the bars, for the script that lets days be marked. */
    private static String days(Timeline timeline, Function<Bar, LocalDate> day) {
        return timeline.bars().stream().map(day).map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    private static void draw(StringBuilder svg, Timeline timeline, Bar bar, double x, double step, String link) {
        svg.append("<a href=\"")
                .append(link.replace("&", "&amp;"))
                .append("\" aria-label=\"")
                .append(bar.label());
        bar.platforms()
                .forEach((platform, messages) ->
                        svg.append(", ").append(platform).append(' ').append(messages));
        svg.append("\">");
        double top = HEIGHT;
        for (Map.Entry<String, Long> part : bar.platforms().entrySet()) {
            double height = Math.max(1, (double) part.getValue() * HEIGHT / timeline.most());
            top = Math.max(0, top - height);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"platform-%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s, %s: %d</title></rect>",
                    colour(timeline, part.getKey()),
                    x,
                    top,
                    Math.max(1, step - 1),
                    height,
                    bar.label(),
                    part.getKey(),
                    part.getValue()));
        }
        svg.append("</a>");
    }

    /** Number of the colour of a platform, which the legend gives as well. */
    static int colour(Timeline timeline, String platform) {
        return Math.max(0, timeline.platforms().indexOf(platform)) % COLOURS;
    }
}
