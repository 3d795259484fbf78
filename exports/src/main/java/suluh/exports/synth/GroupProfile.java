package suluh.exports.synth;

/**
 * The group that the probe is about: made in 2021, calls itself private, open to anyone.
 *
 * @param name shown name
 * @param creator who made it
 */
record GroupProfile(String name, Persona creator) {
    /** 2021-03-15T00:00+08:00, when the group was made. */
    static final long FIRST_MILLIS = 1_615_737_600_000L;
    /** 2024-10-20T00:00+08:00; nothing in a probe is later than that month. */
    static final long LAST_MILLIS = 1_729_353_600_000L;

    static final String DESCRIPTION = "Private group, open to anyone. Material exchange.";

    /** First post, in which the group describes itself. */
    String welcome() {
        return DESCRIPTION + " " + creator.invite() + " / " + creator.writtenPhone();
    }

    /** Seconds since 1970 of post {@code index} of {@code count}, ascending. */
    long postSeconds(int index, int count) {
        long step = (LAST_MILLIS - FIRST_MILLIS) / count;
        return LocalClock.wakingHours(FIRST_MILLIS + step * index + step / 2) / 1000;
    }
}
