package suluh.core.exposure;

/**
 * What an agency sets for its people.
 *
 * @param looksADay clear pictures that a person may ask for in a day, from 0
 * @param minutesADay minutes that they may be shown in all, from 0
 * @param looksBeforePause looks after which a pause is due, from 1
 * @param pauseMinutes length of the pause, from 0
 */
public record ExposureLimit(int looksADay, int minutesADay, int looksBeforePause, int pauseMinutes) {
    /** Nobody needs more in a day of work; a larger figure is a slip of the finger. */
    public static final int MAX_LOOKS_A_DAY = 1_000;

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** In force until an agency sets its own: cautious, so that setting one is a decision. */
    public static final ExposureLimit CAUTIOUS = new ExposureLimit(60, 60, 10, 15);

    public ExposureLimit {
        if (!isValid(looksADay, minutesADay, looksBeforePause, pauseMinutes)) {
            throw new IllegalArgumentException("an exposure limit is out of range");
        }
    }

    /** True when these figures make a limit. */
    public static boolean isValid(int looksADay, int minutesADay, int looksBeforePause, int pauseMinutes) {
        return looksADay >= 0
                && looksADay <= MAX_LOOKS_A_DAY
                && minutesADay >= 0
                && minutesADay <= MINUTES_OF_A_DAY
                && looksBeforePause >= 1
                && looksBeforePause <= MAX_LOOKS_A_DAY
                && pauseMinutes >= 0
                && pauseMinutes <= MINUTES_OF_A_DAY;
    }
}
