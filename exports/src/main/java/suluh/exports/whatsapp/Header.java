package suluh.exports.whatsapp;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Head of a message: its time as written, not yet understood.
 *
 * @param form how it is written
 * @param first first number of the date
 * @param second second number
 * @param third third number
 * @param hour as written, 0 to 23
 * @param minute 0 to 59
 * @param secondOfMinute 0 to 59; 0 when not written
 * @param half half of the day when one is written
 * @param stamp characters of date and time
 * @param bodyStart index of the first character behind the head
 */
record Header(
        Form form,
        int first,
        int second,
        int third,
        int hour,
        int minute,
        int secondOfMinute,
        Half half,
        String stamp,
        int bodyStart) {
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
     * @param separator between the numbers of the date
     * @param yearFirst the first number is the year
     * @param longYear the year has four digits
     * @param seconds seconds are written
     * @param halves the half of the day is written
     */
    record Form(
            boolean bracketed, char separator, boolean yearFirst, boolean longYear, boolean seconds, boolean halves) {}

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
        int clockHour = hourOfDay();
        LocalDate date = calendar.date(year(), month, day, form.longYear());
        return clockHour < 0 || date == null ? null : date.atTime(clockHour, minute, secondOfMinute);
    }

    /** A number that grows with time when the numbers stand in this order; meaningless for another. */
    long sortKey(DateOrder order) {
        int year = order == DateOrder.YEAR_MONTH_DAY ? first : third;
        int month = order == DateOrder.MONTH_DAY_YEAR ? first : second;
        int day = order == DateOrder.DAY_MONTH_YEAR ? first : order == DateOrder.MONTH_DAY_YEAR ? second : third;
        long date = (year * 100L + month) * 100 + day;
        return (date * 24 + Math.max(0, hourOfDay())) * 3_600 + minute * 60L + secondOfMinute;
    }

    /** True when day and month have one number, so that their order does not matter. */
    boolean isSymmetric() {
        return !form.yearFirst() && first == second;
    }

    /** Hour from 0 to 23, or -1 when hour and half contradict each other. */
    private int hourOfDay() {
        return switch (half) {
            case NONE -> hour;
            case BEFORE_NOON -> hour == 12 ? 0 : hour < 12 ? hour : -1;
            case AFTER_NOON -> hour == 12 ? 12 : hour > 0 && hour < 12 ? hour + 12 : -1;
        };
    }
}
