package suluh.exports.meta;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * Days on which an account's direct threads have messages; tells whether a silence is out of its habit.
 *
 * <p>One bit a day, whatever the number of messages. Days outside 2004 to 2100 are not kept: no export has them.
 */
final class DirectDays {
    /** Silence from which on it may be told at all. */
    static final int SHORT_HISTORY_DAYS = 30;
    /** Days from which on an account has a habit; with fewer, one silence is like another. */
    static final int HABIT_DAYS = 5;

    /** Facebook began in February 2004. */
    private static final Instant FIRST = Instant.parse("2004-01-01T00:00:00Z");

    private static final int MAX_DAYS = 97 * 366;

    private final BitSet days = new BitSet();

    void add(Instant at) {
        long day = ChronoUnit.DAYS.between(FIRST, at);
        if (day >= 0 && day < MAX_DAYS) {
            days.set((int) day);
        }
    }

    /** True when the account went on until then, and its direct threads were silent twice as long as ever before. */
    boolean endUnusuallyEarly(Instant wentOnUntil) {
        if (days.cardinality() < HABIT_DAYS) {
            return false;
        }
        long silence = ChronoUnit.DAYS.between(FIRST, wentOnUntil) - (days.length() - 1);
        return silence > SHORT_HISTORY_DAYS && silence > 2L * longestSilence();
    }

    private int longestSilence() {
        int longest = 0;
        int before = days.nextSetBit(0);
        for (int day = before; day >= 0; day = days.nextSetBit(day + 1)) {
            longest = Math.max(longest, day - before);
            before = day;
        }
        return longest;
    }
}
