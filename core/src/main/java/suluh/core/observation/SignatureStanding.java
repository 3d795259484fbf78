package suluh.core.observation;

import java.util.Locale;

/** What checking a signature gave. */
public enum SignatureStanding {
    /** It verifies, its certificate was valid at its time, and a time stamp confirms that time. */
    VALID,
    /** It verifies under a key that only somebody outside can put a name to. */
    VALID_KEY_ONLY,
    /** It does not verify, or contradicts itself. */
    INVALID,
    /** There is none. */
    ABSENT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
