package suluh.core.identity;

import java.util.Locale;

/** The strongest evidence of a link, in one word. */
public enum LinkBasis {
    /** Both accounts are recorded with the same telephone number of their own. */
    OWNED_PHONE,
    /** Both accounts are recorded with the same mail address of their own. */
    OWNED_EMAIL,
    /** Both accounts are recorded with the same profile address of their own. */
    OWNED_PROFILE_URL,
    /** The participant is the holder of the export in which the thread lies. */
    EXPORT_OWNER,
    /** Accounts that look like two people are recorded with one identifier: a family's or a device's, perhaps. */
    SHARED_IDENTIFIER,
    /** One account published what is recorded as the other's own. */
    PUBLISHED_OTHERS_IDENTIFIER,
    SAME_DEVICE,
    SAME_NETWORK,
    /** Name, account name, picture or description: what anybody can copy. */
    SAME_APPEARANCE,
    /** Hours, groups, passages, published numbers: what people do. */
    SAME_CONDUCT,
    /** A person decided. */
    DECISION;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The basis that this piece of evidence gives. */
    public static LinkBasis of(LinkEvidence evidence) {
        boolean inFamily = evidence.field().level(evidence.level()).wire().equals("same-in-family");
        if (inFamily) {
            return SHARED_IDENTIFIER;
        }
        return switch (evidence.field()) {
            case HOLDER -> EXPORT_OWNER;
            case PHONE -> OWNED_PHONE;
            case EMAIL -> OWNED_EMAIL;
            case PROFILE_URL -> OWNED_PROFILE_URL;
            case DEVICE -> SAME_DEVICE;
            case NETWORK -> SAME_NETWORK;
            case AVATAR, NAME, HANDLE, BIOGRAPHY -> SAME_APPEARANCE;
            case PUBLISHED -> evidence.level() == 1 ? PUBLISHED_OTHERS_IDENTIFIER : SAME_CONDUCT;
            case RHYTHM, GROUPS, PASSAGES, SERVICE, MEETING, HOUSEHOLD -> SAME_CONDUCT;
        };
    }
}
