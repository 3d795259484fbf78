package suluh.core.observation;

import java.util.Locale;

/** How a platform's list puts one account beside another. */
public enum RelationKind {
    FRIEND,
    FORMER_FRIEND,
    FRIEND_REQUEST,
    FRIEND_REFUSED,
    FOLLOWS,
    FORMERLY_FOLLOWED,
    FOLLOW_REQUEST,
    BLOCKS,
    RESTRICTS,
    /** The platform holds that both belong together, in the source's own judgement. */
    ASSOCIATED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
