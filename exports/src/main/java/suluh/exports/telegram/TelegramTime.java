package suluh.exports.telegram;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;

/** Reads the two forms in which Telegram Desktop writes one time: local without a zone, and Unix seconds. */
final class TelegramTime {
    /** Zones lie between -12:00 and +14:00; a minute is left for rounding. */
    private static final Duration WIDEST_ZONE = Duration.ofHours(14).plusMinutes(1);
    /** Year 2500: beyond it a count is no count of seconds. */
    private static final long MAX_UNIX_SECONDS = 16_725_225_600L;

    private TelegramTime() {}

    /**
     * The time of a record.
     *
     * @param date {@code 2021-03-04T05:06:07}, or null
     * @param unix seconds since 1970 as text, or null
     * @param offset byte of the record, for alarms
     */
    static SourceTime of(
            @Nullable String date, @Nullable String unix, @Nullable ZoneId zone, long offset, ReadingTally tally) {
        LocalDateTime local = date == null ? null : local(date);
        long seconds = unix == null ? -1 : seconds(unix);
        if (seconds >= 0) {
            Instant instant = Instant.ofEpochSecond(seconds);
            LocalDateTime utc = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
            if (local != null && Duration.between(utc, local).abs().compareTo(WIDEST_ZONE) > 0) {
                tally.alarm(
                        ReadingCode.TIME_DISAGREES,
                        "date and date_unixtime of one record differ by more than any time zone; the latter was taken",
                        offset);
            }
            String text = date == null || date.isEmpty() ? String.valueOf(unix) : date;
            return new SourceTime(text, local == null ? utc : local, instant, ZoneKnowledge.UNIX, false);
        }
        if (local != null && date != null) {
            return zone == null ? SourceTime.local(date, local) : SourceTime.assumed(date, local, zone);
        }
        if (date == null && unix == null) {
            return SourceTime.absent();
        }
        tally.alarmOnce(
                ReadingCode.TIME_UNREADABLE, "", "the time of a record is in no known form; its text was kept", offset);
        return new SourceTime(date == null ? String.valueOf(unix) : date, null, null, ZoneKnowledge.UNKNOWN, false);
    }

    private static @Nullable LocalDateTime local(String text) {
        if (text.length() != 19 || text.charAt(10) != 'T' || text.charAt(4) != '-' || text.charAt(13) != ':') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static long seconds(String text) {
        if (text.isEmpty() || text.length() > 12) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value <= MAX_UNIX_SECONDS ? value : -1;
    }
}
