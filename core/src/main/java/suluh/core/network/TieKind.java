package suluh.core.network;

import java.util.Locale;

/** What a tie rests on. */
public enum TieKind {
    /** An account takes part in a group, as the source states. */
    MEMBERSHIP(true),
    /** The source calls the account creator or administrator of the group. */
    ADMINISTRATION(true),
    /** An account wrote in a group. */
    MESSAGES(true),
    /** An account brought another into a group. */
    INVITATION(true),
    /** Two accounts talked with each other alone. */
    DIRECT(false);

    private final boolean directed;

    TieKind(boolean directed) {
        this.directed = directed;
    }

    /** True when the tie goes from the one to the other and not back. */
    public boolean isDirected() {
        return directed;
    }

    /** Name in JSON and GraphML, for example {@code membership}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
