package suluh.app.web;

import java.util.Locale;
import suluh.core.identity.profile.WeekHours;

/** Hours of writing as a picture of seven rows and twenty-four columns; the shade says how many, a title says it in words. */
final class HeatMap {
    private static final int CELL = 18;
    private static final int LEFT = 40;
    private static final int TOP = 18;
    private static final int SHADES = 5;

    private HeatMap() {}

    /**
     * The picture as SVG, without scripts or styles of its own.
     *
     * @param days names of the seven days from Monday, as the reader's language has them
     */
    static String svg(WeekHours hours, String label, String[] days) {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"heat\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                LEFT + WeekHours.HOURS * CELL,
                TOP + WeekHours.DAYS * CELL,
                label));
        for (int hour = 0; hour < WeekHours.HOURS; hour += 3) {
            svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"12\">%02d</text>", LEFT + hour * CELL + 2, hour));
        }
        for (int day = 0; day < WeekHours.DAYS; day++) {
            int y = TOP + day * CELL;
            svg.append(String.format(Locale.ROOT, "<text x=\"0\" y=\"%d\">%s</text>", y + 13, days[day]));
            for (int hour = 0; hour < WeekHours.HOURS; hour++) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"heat-%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><title>%s %02d:00: %d</title></rect>",
                        shade(hours.count(day, hour), hours.most()),
                        LEFT + hour * CELL,
                        y,
                        CELL - 2,
                        CELL - 2,
                        days[day],
                        hour,
                        hours.count(day, hour)));
            }
        }
        return svg.append("</svg>").toString();
    }

    /** 0 for none, else 1 to {@value #SHADES} in equal steps up to the busiest hour. */
    static int shade(long count, long most) {
        return count == 0 ? 0 : Math.clamp((count * SHADES + most - 1) / most, 1, SHADES);
    }
}
