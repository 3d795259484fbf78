package suluh.app.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import suluh.app.flow.AccountProfile.Line;
import suluh.app.store.ProfileStore.HourRecord;
import suluh.core.identity.profile.WeekHours;
import suluh.core.identity.profile.WeekHours.LikelyZone;
import suluh.core.observation.SourcePointer;

/** Lines about when an account writes, each with how many records it rests on and some of them. */
final class WritingTimes {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int MAX_SOURCES = 5;

    private final WeekHours hours;
    private final List<HourRecord> records;

    /** @param records some records of each hour of the week, in the order of the week */
    WritingTimes(WeekHours hours, List<HourRecord> records) {
        this.hours = hours;
        this.records = records;
    }

    /** A line for each day of the week on which it writes. */
    List<Line> days() {
        List<Line> lines = new ArrayList<>();
        for (int day = 0; day < WeekHours.DAYS; day++) {
            int number = day + 1;
            add(lines, "day." + DAYS.get(day), "", ofDay(day), record -> record.day() == number);
        }
        return lines;
    }

    /** A line for each hour of the day, in UTC, at which it writes. */
    List<Line> hours() {
        List<Line> lines = new ArrayList<>();
        for (int hour = 0; hour < WeekHours.HOURS; hour++) {
            int number = hour;
            add(lines, "hour", span(hour, 1), at(one -> one == number), record -> record.hour() == number);
        }
        return lines;
    }

    /** What a likely time zone rests on: the messages of the quiet hours, which speak against it, and all the others. */
    List<Line> ofZone(LikelyZone zone) {
        List<Line> lines = new ArrayList<>();
        int waking = WeekHours.HOURS - WeekHours.QUIET_HOURS;
        String quiet = span(zone.quietFrom(), WeekHours.QUIET_HOURS);
        String awake = span((zone.quietFrom() + WeekHours.QUIET_HOURS) % WeekHours.HOURS, waking);
        add(lines, "quiet-hours", quiet, at(zone::isQuiet), record -> zone.isQuiet(record.hour()));
        add(lines, "waking-hours", awake, at(hour -> !zone.isQuiet(hour)), record -> !zone.isQuiet(record.hour()));
        return lines;
    }

    private void add(List<Line> lines, String kind, String value, long count, Predicate<HourRecord> of) {
        if (count > 0) {
            lines.add(new Line(
                    kind, value, "", count, spread(records.stream().filter(of).toList())));
        }
    }

    /** Some of these from beginning to end, at equal steps. */
    private static List<SourcePointer> spread(List<HourRecord> from) {
        int count = Math.min(MAX_SOURCES, from.size());
        List<SourcePointer> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(from.get(i * from.size() / count).source());
        }
        return sources;
    }

    private long ofDay(int day) {
        long sum = 0;
        for (int hour = 0; hour < WeekHours.HOURS; hour++) {
            sum += hours.count(day, hour);
        }
        return sum;
    }

    private long at(IntPredicate isMeant) {
        long sum = 0;
        for (int day = 0; day < WeekHours.DAYS; day++) {
            for (int hour = 0; hour < WeekHours.HOURS; hour++) {
                sum += isMeant.test(hour) ? hours.count(day, hour) : 0;
            }
        }
        return sum;
    }

    private static String span(int from, int length) {
        return String.format(Locale.ROOT, "%02d:00–%02d:00 UTC", from, (from + length) % WeekHours.HOURS);
    }
}
