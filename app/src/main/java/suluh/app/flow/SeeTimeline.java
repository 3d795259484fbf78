package suluh.app.flow;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.SearchField;
import suluh.core.casework.Act;
import suluh.core.kernel.Outcome;

/**
 * Shows when a case's messages were written, on which platforms: a sum over the search index that reads no message.
 *
 * <p>Days are those of UTC; a time whose zone nobody knows counts as it is written.
 */
public final class SeeTimeline {
    /** Up to here a bar is a day. */
    static final int MAX_DAYS = 100;
    /** Up to here a bar is a month. */
    static final int MAX_MONTHS = 100;
    /** Up to here a bar is a year, beyond it a century: a typed date of the year 9999 makes no page of thousands of bars. */
    static final int MAX_YEARS = 200;

    private static final int MAX_YEAR = 9_999;

    private static final int NO_DATE = 4;

    private final House house;

    public SeeTimeline(House house) {
        this.house = house;
    }

    /**
     * Messages of one day, month or year.
     *
     * @param label {@code 2024-10-03}, {@code 2024-10} or {@code 2024}
     * @param from its first day
     * @param until its last day
     * @param platforms messages by platform, those that have some
     */
    public record Bar(String label, LocalDate from, LocalDate until, SortedMap<String, Long> platforms) {
        /** Messages of all platforms. */
        public long messages() {
            return platforms.values().stream().mapToLong(Long::longValue).sum();
        }

        /** True when it cannot be opened further. */
        public boolean isDay() {
            return from.equals(until);
        }
    }

    /**
     * The timeline between two days.
     *
     * @param platforms all platforms of the case, sorted
     * @param bars in order, without gaps; empty when the case has no dated message
     * @param undated messages without a time
     * @param first day of the first dated message
     * @param last day of the last one
     */
    public record Timeline(
            LocalDate from,
            LocalDate until,
            List<String> platforms,
            List<Bar> bars,
            long undated,
            LocalDate first,
            LocalDate last) {
        /** True when there are messages before the days shown. */
        public boolean hasEarlier() {
            return from.isAfter(first);
        }

        /** True when there are messages after the days shown. */
        public boolean hasLater() {
            return until.isBefore(last);
        }

        /** Messages of the busiest bar, at least 1. */
        public long most() {
            return Math.max(1, bars.stream().mapToLong(Bar::messages).max().orElse(1));
        }
    }

    /** The timeline of these days, of the whole case where one is not given or no day; the look is recorded. */
    public Outcome<Timeline> run(OpenedCase opened, String from, String until) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "timeline"), Map.of());
            house.searches().catchUp(open.id());
            Map<String, Long> sums =
                    house.database().inCase(open.id(), () -> house.searches().sums(SearchField.DAY));
            return Outcome.done(timeline(sums, day(from), day(until)));
        });
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.strip()))
                            .filter(day -> day.getYear() > 0 && day.getYear() <= MAX_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Timeline timeline(Map<String, Long> sums, Optional<LocalDate> from, Optional<LocalDate> until) {
        SortedMap<LocalDate, SortedMap<String, Long>> days = new TreeMap<>();
        TreeSet<String> platforms = new TreeSet<>();
        long undated = 0;
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            int space = sum.getKey().indexOf(' ');
            String platform = sum.getKey().substring(space + 1);
            platforms.add(platform);
            if (space == NO_DATE) {
                undated += sum.getValue();
            } else {
                days.computeIfAbsent(LocalDate.parse(sum.getKey().substring(0, space)), day -> new TreeMap<>())
                        .merge(platform, sum.getValue(), Long::sum);
            }
        }
        if (days.isEmpty()) {
            LocalDate none = LocalDate.EPOCH;
            return new Timeline(none, none, List.copyOf(platforms), List.of(), undated, none, none);
        }
        LocalDate first = from.orElse(days.firstKey());
        LocalDate last = until.filter(day -> !day.isBefore(first)).orElse(days.lastKey());
        LocalDate end = last.isBefore(first) ? first : last;
        return new Timeline(
                first, end, List.copyOf(platforms), bars(days, first, end), undated, days.firstKey(), days.lastKey());
    }

    private static List<Bar> bars(SortedMap<LocalDate, SortedMap<String, Long>> days, LocalDate first, LocalDate last) {
        ChronoUnit unit = ChronoUnit.DAYS.between(first, last) < MAX_DAYS
                ? ChronoUnit.DAYS
                : ChronoUnit.MONTHS.between(first, last) < MAX_MONTHS
                        ? ChronoUnit.MONTHS
                        : ChronoUnit.YEARS.between(first, last) < MAX_YEARS ? ChronoUnit.YEARS : ChronoUnit.CENTURIES;
        List<Bar> bars = new ArrayList<>();
        for (LocalDate start = startOf(first, unit); !start.isAfter(last); start = start.plus(1, unit)) {
            LocalDate end = start.plus(1, unit).minusDays(1);
            LocalDate shown = start.isBefore(first) ? first : start;
            LocalDate shownEnd = end.isAfter(last) ? last : end;
            SortedMap<String, Long> platforms = new TreeMap<>();
            days.subMap(shown, shownEnd.plusDays(1))
                    .values()
                    .forEach(day -> day.forEach((platform, sum) -> platforms.merge(platform, sum, Long::sum)));
            bars.add(new Bar(label(start, unit), shown, shownEnd, platforms));
        }
        return bars;
    }

    private static LocalDate startOf(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case MONTHS -> day.withDayOfMonth(1);
            case YEARS -> day.withDayOfYear(1);
            case CENTURIES -> LocalDate.of(Math.max(1, day.getYear() / 100 * 100), 1, 1);
            default -> day;
        };
    }

    private static String label(LocalDate start, ChronoUnit unit) {
        String day = start.toString();
        return switch (unit) {
            case MONTHS -> day.substring(0, day.lastIndexOf('-'));
            case YEARS -> day.substring(0, day.indexOf('-'));
            case CENTURIES -> day.substring(0, day.indexOf('-')) + "–";
            default -> day;
        };
    }
}
