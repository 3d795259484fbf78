package suluh.exports.meta;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;

/** Reads Meta's times, which count from the Unix epoch. */
final class MetaTime {
    /** Year 2500; beyond it a number is no time. */
    private static final long MAX_MILLIS = 16_725_225_600_000L;

    private MetaTime() {}

    /** Milliseconds as text; absent when there is none. */
    static SourceTime millis(@Nullable String text, long offset, ReadingTally tally) {
        return of(text, 1, offset, tally);
    }

    /** Seconds as text; absent when there is none or it is zero, Meta's sign for an unknown time. */
    static SourceTime seconds(@Nullable String text, long offset, ReadingTally tally) {
        return "0".equals(text) ? SourceTime.absent() : of(text, 1_000, offset, tally);
    }

    private static SourceTime of(@Nullable String text, int unitMillis, long offset, ReadingTally tally) {
        if (text == null) {
            return SourceTime.absent();
        }
        long value = number(text);
        if (value >= 0 && value <= MAX_MILLIS / unitMillis) {
            return SourceTime.unixMillis(text, value * unitMillis);
        }
        tally.alarmOnce(
                ReadingCode.TIME_UNREADABLE, "", "the time of a record is in no known form; its text was kept", offset);
        return new SourceTime(text, null, null, ZoneKnowledge.UNKNOWN, false);
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > 15) {
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
        return value;
    }
}
