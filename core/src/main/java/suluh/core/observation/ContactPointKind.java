package suluh.core.observation;

import java.util.Locale;

/** Kind of identifier through which somebody can be reached. */
public enum ContactPointKind {
    /** Telephone number, raw; normalised to E.164 by whoever compares it. */
    PHONE,
    EMAIL,
    /** Address of an account's own page. */
    PROFILE_URL,
    /** Address that lets a person join a group. */
    INVITE_LINK,
    /** Account name with its platform's prefix removed. */
    HANDLE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
