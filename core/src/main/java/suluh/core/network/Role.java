package suluh.core.network;

import java.util.Locale;

/**
 * Position that a node's own records show; never read from a score alone, and no verdict. The first that holds is shown
 * first.
 */
public enum Role {
    /** The other side of a conversation that carries cues; shown first, so that protection comes first. */
    POSSIBLY_TARGETED_CHILD,
    /** The sources call it creator or administrator of a group. */
    ADMINISTRATOR,
    /** It wrote offers of access at a price. */
    OFFERS_ACCESS,
    /** It brought others into groups, published links to another platform, or led a contact there. */
    RECRUITER,
    /** It wrote most of what was written in a group or channel. */
    BROADCASTER,
    /** It takes part in groups of different communities. */
    BROKER,
    MEMBER,
    /** At most one tie. */
    PERIPHERAL,
    GROUP;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
