package suluh.core.identity.profile;

import java.util.Optional;

/**
 * Messages of an account by hour of the day and day of the week, in UTC, and the time zone that they suggest.
 *
 * <p>People sleep: of all offsets the one is likely under which the six quietest hours in a row lie from midnight to six
 * in the morning (after the idea of hour profiles, La Morgia and others, <i>Time-Zone Geolocation of Crowds</i>, 2018). An
 * estimate of a habit, not of a place: night workers and people of the neighbouring zone look alike.
 */
public final class WeekHours {
    public static final int DAYS = 7;
    public static final int HOURS = 24;
    /** Fewer messages suggest nothing. */
    static final long MIN_MESSAGES = 100;

    /** Hours in a row that a sleeper leaves empty. */
    public static final int QUIET_HOURS = 6;

    /** A quarter of the day holds a quarter of evenly spread messages; a sleeper leaves less than this in it. */
    private static final double MOST_IN_QUIET_HOURS = 0.1;

    private final long[][] counts = new long[DAYS][HOURS];

    /**
     * Adds messages.
     *
     * @param day from 1, Monday, to 7, Sunday
     * @param hour from 0 to 23
     */
    public WeekHours add(int day, int hour, long messages) {
        counts[day - 1][hour] += messages;
        return this;
    }

    /** Messages of this day (0 is Monday) and hour. */
    public long count(int day, int hour) {
        return counts[day][hour];
    }

    public long total() {
        long total = 0;
        for (long[] day : counts) {
            for (long count : day) {
                total += count;
            }
        }
        return total;
    }

    /** The busiest hour's messages, for a scale. */
    public long most() {
        long most = 0;
        for (long[] day : counts) {
            for (long count : day) {
                most = Math.max(most, count);
            }
        }
        return most;
    }

    /**
     * A likely time zone.
     *
     * @param offsetHours hours ahead of UTC, −11 to 12
     * @param quietFrom hour in UTC at which the six quiet hours begin, 0 to 23
     * @param quietShare share of the messages that fall into the six quiet hours; the smaller, the surer
     * @param messages messages that it rests on
     */
    public record LikelyZone(int offsetHours, int quietFrom, double quietShare, long messages) {
        /** True for one of the six quiet hours. */
        public boolean isQuiet(int hour) {
            return Math.floorMod(hour - quietFrom, HOURS) < QUIET_HOURS;
        }
    }

    /** The likely zone; empty when there are few messages or no quiet hours. */
    public Optional<LikelyZone> likelyZone() {
        long total = total();
        if (total < MIN_MESSAGES) {
            return Optional.empty();
        }
        int quietest = 0;
        long least = Long.MAX_VALUE;
        for (int start = 0; start < HOURS; start++) {
            long inside = 0;
            for (int i = 0; i < QUIET_HOURS; i++) {
                inside += ofHour((start + i) % HOURS);
            }
            if (inside < least) {
                least = inside;
                quietest = start;
            }
        }
        double share = (double) least / total;
        int offset = quietest == 0 ? 0 : quietest <= 11 ? -quietest : HOURS - quietest;
        return share > MOST_IN_QUIET_HOURS
                ? Optional.empty()
                : Optional.of(new LikelyZone(offset, quietest, share, total));
    }

    private long ofHour(int hour) {
        long sum = 0;
        for (long[] day : counts) {
            sum += day[hour];
        }
        return sum;
    }
}
