package suluh.exports;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;

/** Reads times that state their own offset from UTC. */
public final class StatedTime {
    /** {@code 2020-02-11T10:22:33.123Z}, {@code 2020-02-11 10:22:33.123000+00:00}; seconds may be missing. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter WEEKDAY_FIRST =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH);

    private StatedTime() {}

    /** The time of an ISO 8601 text with an offset; null when the text is none. */
    public static @Nullable SourceTime iso(String text) {
        return parse(text, ISO);
    }

    /** The time of {@code Wed Oct 10 20:19:24 +0000 2018}; null when the text is none. */
    public static @Nullable SourceTime weekdayFirst(String text) {
        return parse(text, WEEKDAY_FIRST);
    }

    /** What stands for a time that nobody can read: told once for a file, and its characters kept. */
    public static SourceTime unreadable(String text, long offset, ReadingTally tally) {
        tally.alarmOnce(
                ReadingCode.TIME_UNREADABLE, "", "the time of a record is in no known form; its text was kept", offset);
        return new SourceTime(text, null, null, ZoneKnowledge.UNKNOWN, false);
    }

    private static @Nullable SourceTime parse(String text, DateTimeFormatter form) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text, form);
            return new SourceTime(text, time.toLocalDateTime(), time.toInstant(), ZoneKnowledge.STATED, false);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
