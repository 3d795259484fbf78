package suluh.core.network;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** When a group writes: its messages by month, hour of the day and day of the week. Grows with months. Not thread-safe. */
public final class GroupRhythm {
    private static final int HOURS = 24;
    private static final int WEEKDAYS = 7;
    /** 1 January 1970 was a Thursday: three days after a Monday. */
    private static final int FIRST_WEEKDAY = 3;

    private final SortedMap<YearMonth, long[]> months = new TreeMap<>();
    private final long[] hours = new long[HOURS];
    private final long[] weekdays = new long[WEEKDAYS];
    /** Day of the message before, and the figure of its month: most messages are of the same day as the one before. */
    private long lastDay = Long.MIN_VALUE;

    private long[] ofMonth = new long[1];

    /** Counts a message written in this hour, counted from the first of 1970 by the clocks of the place. */
    public void add(long hour) {
        long day = Math.floorDiv(hour, HOURS);
        if (day != lastDay) {
            lastDay = day;
            ofMonth = months.computeIfAbsent(YearMonth.from(LocalDate.ofEpochDay(day)), ignored -> new long[1]);
        }
        ofMonth[0]++;
        hours[Math.floorMod(hour, HOURS)]++;
        weekdays[Math.floorMod(day + FIRST_WEEKDAY, WEEKDAYS)]++;
    }

    /** Messages by month. */
    public SortedMap<YearMonth, Long> months() {
        SortedMap<YearMonth, Long> counts = new TreeMap<>();
        months.forEach((month, count) -> counts.put(month, count[0]));
        return counts;
    }

    /** Messages by hour of the day, 24 figures. */
    public List<Long> hours() {
        return boxed(hours);
    }

    /** Messages by day of the week, 7 figures, Monday first. */
    public List<Long> weekdays() {
        return boxed(weekdays);
    }

    private static List<Long> boxed(long[] figures) {
        return new ArrayList<>(Arrays.stream(figures).boxed().toList());
    }
}
