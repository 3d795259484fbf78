package suluh.core.observation;

import java.util.Locale;

/** What ties a contact point to an account. */
public enum ContactRelation {
    /** The platform or device records it as the account's own. */
    OWNED,
    /** The account wrote it in a message; it may be anybody's. */
    PUBLISHED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
