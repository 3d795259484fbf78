package suluh.core.network;

import java.util.Locale;

/**
 * Position that a node's own records show; never read from a score alone, and no verdict. The first that holds is shown
 * first.
 */
public enum Role {
    /** The sources call it creator or administrator of a group. */
    ADMINISTRATOR,
    /** The sources show at least three accounts that it brought into groups. */
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
