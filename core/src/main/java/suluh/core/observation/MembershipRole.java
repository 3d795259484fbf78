package suluh.core.observation;

import java.util.Locale;

/** Standing of an account in a group, as the source states it. */
public enum MembershipRole {
    CREATOR,
    ADMINISTRATOR,
    MEMBER,
    FORMER,
    REQUESTED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
