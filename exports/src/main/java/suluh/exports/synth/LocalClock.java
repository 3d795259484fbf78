package suluh.exports.synth;

/**
 * Calendar of the synthetic phones and computers, which all stand in Malaysia (UTC+8, no summer time).
 *
 * <p>Source: days-to-civil conversion after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2014);
 * departure: years 2000 to 2099 only.
 *
 * @param year four digits
 * @param month from 1
 * @param day from 1
 * @param secondOfDay from 0
 */
record LocalClock(int year, int month, int day, int secondOfDay) {
    static final long DAY_MILLIS = 86_400_000L;
    static final long OFFSET_MILLIS = 8 * 3_600_000L;

    static LocalClock of(long epochMillis) {
        long local = epochMillis + OFFSET_MILLIS;
        long days = Math.floorDiv(local, DAY_MILLIS) + 719_468;
        int era = (int) (days / 146_097);
        int dayOfEra = (int) (days - era * 146_097L);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shiftedMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return new LocalClock(year, month, day, (int) (Math.floorMod(local, DAY_MILLIS) / 1000));
    }

    /**
     * The same day with its time moved into waking hours, order kept: midnight becomes 07:00, and the last second stays.
     */
    static long wakingHours(long epochMillis) {
        long local = epochMillis + OFFSET_MILLIS;
        long ofDay = Math.floorMod(local, DAY_MILLIS);
        long wakes = 7 * 3_600_000L;
        return local - ofDay + wakes + ofDay * (DAY_MILLIS - wakes) / DAY_MILLIS - OFFSET_MILLIS;
    }

    int hour() {
        return secondOfDay / 3600;
    }

    int minute() {
        return secondOfDay / 60 % 60;
    }

    int second() {
        return secondOfDay % 60;
    }

    /** {@code 2023-03-14T21:41:09}. */
    String iso() {
        StringBuilder out = new StringBuilder(19);
        two(out.append(year).append('-'), month);
        two(out.append('-'), day);
        two(out.append('T'), hour());
        two(out.append(':'), minute());
        two(out.append(':'), second());
        return out.toString();
    }

    /** Appends {@code number} with two digits. */
    static void two(StringBuilder out, int number) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
