package suluh.core.identity;

import java.util.Locale;

/** Evidence on which two accounts are held, or suggested, to be one actor. */
public enum LinkBasis {
    /** Both accounts are recorded with the same telephone number of their own. */
    OWNED_PHONE,
    /** Both accounts are recorded with the same mail address of their own. */
    OWNED_EMAIL,
    /** Both accounts are recorded with the same profile address of their own. */
    OWNED_PROFILE_URL,
    /** The participant is the holder of the export in which the thread lies. */
    EXPORT_OWNER,
    /** Several accounts of one service are recorded with one identifier: a family's or a device's, perhaps. */
    SHARED_IDENTIFIER,
    /** One account published what is recorded as the other's own. */
    PUBLISHED_OTHERS_IDENTIFIER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
