package suluh.exports.whatsapp;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import suluh.exports.text.ByteLines;

/**
 * Head of a message: its time as written, not yet understood.
 *
 * @param form how it is written
 * @param first first number of the date
 * @param second second number
 * @param third third number
 * @param clock hour, minute and second
 * @param stampStart index of the first byte of date and time in the line
 * @param stampEnd index behind their last byte
 * @param bodyStart index of the first byte behind the head
 */
record Header(Form form, int first, int second, int third, Clock clock, int stampStart, int stampEnd, int bodyStart) {
    /** Half of the day. */
    enum Half {
        NONE,
        BEFORE_NOON,
        AFTER_NOON
    }

    /** Order of the numbers of a date. */
    enum DateOrder {
        DAY_MONTH_YEAR,
        MONTH_DAY_YEAR,
        YEAR_MONTH_DAY
    }

    /**
     * How heads are written; the same throughout one export.
     *
     * @param bracketed date and time stand between square brackets
     * @param timeFirst the time stands before the date
     * @param separator between the numbers of the date
     * @param yearFirst the first number is the year
     * @param longYear the year has four digits
     * @param seconds seconds are written
     * @param halves the half of the day is written
     */
    record Form(
            boolean bracketed,
            boolean timeFirst,
            char separator,
            boolean yearFirst,
            boolean longYear,
            boolean seconds,
            boolean halves) {}

    /**
     * Time of day.
     *
     * @param hour as written, 0 to 23
     * @param minute 0 to 59
     * @param second 0 to 59; 0 when not written
     * @param half half of the day when one is written
     */
    record Clock(int hour, int minute, int second, Half half) {
        /** Hour from 0 to 23, or -1 when hour and half contradict each other. */
        private int hourOfDay() {
            return switch (half) {
                case NONE -> hour;
                case BEFORE_NOON -> hour == 12 ? 0 : hour < 12 ? hour : -1;
                case AFTER_NOON -> hour == 12 ? 12 : hour > 0 && hour < 12 ? hour + 12 : -1;
            };
        }
    }

    /** Characters of date and time in the line that this head was read from. */
    String stamp(ByteLines line) {
        return line.text(stampStart, stampEnd);
    }

    /** The year as written, two digits or four. */
    int year() {
        return form.yearFirst() ? first : third;
    }

    /** Wall-clock time when the numbers stand in this order and count in this calendar; null when that is no date. */
    @Nullable
    LocalDateTime local(DateOrder order, CalendarSystem calendar) {
        int month = order == DateOrder.MONTH_DAY_YEAR ? first : second;
        int day = switch (order) {
            case DAY_MONTH_YEAR -> first;
            case MONTH_DAY_YEAR -> second;
            case YEAR_MONTH_DAY -> third;
        };
        int hour = clock.hourOfDay();
        LocalDate date = calendar.date(year(), month, day, form.longYear());
        return hour < 0 || date == null ? null : date.atTime(hour, clock.minute(), clock.second());
    }

    /** A number that grows with time when the numbers stand in this order; meaningless for another. */
    long sortKey(DateOrder order) {
        int year = order == DateOrder.YEAR_MONTH_DAY ? first : third;
        int month = order == DateOrder.MONTH_DAY_YEAR ? first : second;
        int day = order == DateOrder.DAY_MONTH_YEAR ? first : order == DateOrder.MONTH_DAY_YEAR ? second : third;
        long date = (year * 100L + month) * 100 + day;
        return (date * 24 + Math.max(0, clock.hourOfDay())) * 3_600 + clock.minute() * 60L + clock.second();
    }

    /** True when day and month have one number, so that their order does not matter. */
    boolean isSymmetric() {
        return !form.yearFirst() && first == second;
    }
}
