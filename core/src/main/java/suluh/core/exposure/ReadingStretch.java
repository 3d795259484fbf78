package suluh.core.exposure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a person has been reading conversations without a pause; it suggests a pause and withholds nothing.
 *
 * @param looks pages opened within {@link #WINDOW}
 * @param length from the first look since the last pause to the last look
 */
public record ReadingStretch(int looks, Duration length) {
    /** How far back looks count: the longest that one session lasts. */
    public static final Duration WINDOW = Duration.ofHours(12);

    /** After this long, what one reads weighs more and one sees less. */
    public static final Duration LONG = Duration.ofMinutes(45);

    /**
     * The stretch that these looks make.
     *
     * @param looks within {@link #WINDOW}, oldest first
     * @param pause time without a look that counts as a pause
     */
    public static ReadingStretch of(List<Instant> looks, Duration pause) {
        if (looks.isEmpty()) {
            return new ReadingStretch(0, Duration.ZERO);
        }
        Instant first = looks.getFirst();
        for (int i = 1; i < looks.size(); i++) {
            if (Duration.between(looks.get(i - 1), looks.get(i)).compareTo(pause) >= 0) {
                first = looks.get(i);
            }
        }
        return new ReadingStretch(looks.size(), Duration.between(first, looks.getLast()));
    }

    /** True when a pause is suggested. */
    public boolean isPauseDue() {
        return length.compareTo(LONG) >= 0;
    }
}
