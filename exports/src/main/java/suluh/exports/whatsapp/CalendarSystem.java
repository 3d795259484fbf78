package suluh.exports.whatsapp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.HijrahChronology;
import org.jspecify.annotations.Nullable;

/**
 * Calendar in which a device writes its dates.
 *
 * <p>Told by the year: the service began in 2009, and from then on the years of these calendars do not meet. Two digits
 * tell the Gregorian calendar from the Buddhist only.
 */
enum CalendarSystem {
    GREGORIAN(2009, 2099, 9, 51),
    /** 543 years ahead; Thailand. */
    BUDDHIST(2552, 2642, 52, 87),
    /** Solar Hijri; Iran and Afghanistan. */
    PERSIAN(1388, 1429, 0, -1),
    /** Islamic, Umm al-Qura. */
    HIJRI(1430, 1499, 0, -1);

    private static final int BUDDHIST_AHEAD = 543;
    /** 1 Farvardin 1388. */
    private static final LocalDate PERSIAN_START = LocalDate.of(2009, 3, 21);

    private static final int LONG_PERSIAN_MONTHS = 6;

    private final int firstYear;
    private final int lastYear;
    private final int firstShort;
    private final int lastShort;

    CalendarSystem(int firstYear, int lastYear, int firstShort, int lastShort) {
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.firstShort = firstShort;
        this.lastShort = lastShort;
    }

    /** The calendar that has this year since the service began, or null. */
    static @Nullable CalendarSystem ofYear(int year, boolean longYear) {
        for (CalendarSystem system : values()) {
            if (system.has(year, longYear)) {
                return system;
            }
        }
        return null;
    }

    private boolean has(int year, boolean longYear) {
        return longYear ? year >= firstYear && year <= lastYear : year >= firstShort && year <= lastShort;
    }

    /** The day as the Gregorian calendar has it; null for a day that this calendar has not. */
    @Nullable
    LocalDate date(int year, int month, int day, boolean longYear) {
        if (!has(year, longYear)) {
            return null;
        }
        try {
            return switch (this) {
                case GREGORIAN -> LocalDate.of(longYear ? year : 2000 + year, month, day);
                case BUDDHIST -> LocalDate.of((longYear ? year : 2500 + year) - BUDDHIST_AHEAD, month, day);
                case PERSIAN -> persian(year, month, day);
                case HIJRI -> gregorian(HijrahChronology.INSTANCE.date(year, month, day));
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate gregorian(ChronoLocalDate date) {
        return LocalDate.ofEpochDay(date.toEpochDay());
    }

    /**
     * Counts days from {@link #PERSIAN_START}: six months of 31 days, five of 30, the last of 29 or in leap years 30.
     *
     * <p>Leap years by the rule of 33 years, {@code (25 y + 11) mod 33 < 8}, which agrees with the calendar's own
     * astronomical rule for all years of this enum.
     */
    private static @Nullable LocalDate persian(int year, int month, int day) {
        int length = month <= LONG_PERSIAN_MONTHS ? 31 : month < 12 || isPersianLeap(year) ? 30 : 29;
        if (month < 1 || month > 12 || day < 1 || day > length) {
            return null;
        }
        long days = 0;
        for (int before = PERSIAN.firstYear; before < year; before++) {
            days += isPersianLeap(before) ? 366 : 365;
        }
        int months = month - 1;
        days += months * 30L + Math.min(months, LONG_PERSIAN_MONTHS) + day - 1;
        return PERSIAN_START.plusDays(days);
    }

    private static boolean isPersianLeap(int year) {
        return (25 * year + 11) % 33 < 8;
    }
}
