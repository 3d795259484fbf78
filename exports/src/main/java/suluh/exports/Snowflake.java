package suluh.exports;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ids that count time: the bits above 22 are milliseconds since the service's own epoch.
 *
 * <p>An id and a stated time that disagree are a sign that one of them was altered after the export; the two are
 * written by different programs and an edit seldom changes both. Source: Twitter's Snowflake (2010) and Discord's
 * developer documentation, "Snowflakes".
 */
public enum Snowflake {
    /** Since 4 November 2010; ids before are counted one by one and say nothing. */
    X(1_288_834_974_657L, 29_700_859_247L),
    /** 1 January 2015. */
    DISCORD(1_420_070_400_000L, 1L << 22);

    private static final int TIME_SHIFT = 22;
    /** Services write seconds, and stamp the id a moment before or after the record. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);
    /** 2^63 has 19 digits. */
    private static final int MAX_DIGITS = 19;

    private final long epochMillis;
    private final long firstId;

    Snowflake(long epochMillis, long firstId) {
        this.epochMillis = epochMillis;
        this.firstId = firstId;
    }

    /** Time that an id encodes; null when it is no id of this kind. */
    public @Nullable Instant time(String id) {
        if (id.isEmpty() || id.length() > MAX_DIGITS || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        try {
            long number = Long.parseLong(id);
            return number < firstId ? null : Instant.ofEpochMilli((number >> TIME_SHIFT) + epochMillis);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Raises an alarm when an id and the time stated beside it are more than five seconds apart. */
    public void check(@Nullable String id, @Nullable Instant stated, long offset, ReadingTally tally) {
        Instant encoded = id == null || stated == null ? null : time(id);
        if (encoded != null
                && stated != null
                && Duration.between(encoded, stated).abs().compareTo(TOLERANCE) > 0) {
            tally.alarm(
                    ReadingCode.ID_TIME_DISAGREES,
                    "a record's id encodes " + encoded + " and the record states " + stated
                            + "; one of them may have been altered",
                    offset);
        }
    }
}
