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
    /** An account answered another's message. */
    REPLY(true),
    /** An account wrote another's own handle, number or address. */
    MENTION(true),
    /** Two accounts talked with each other alone. */
    DIRECT(false),
    /** Two accounts sent the same file, byte for byte. */
    SHARED_MEDIA(false),
    /** Two accounts sent near copies of one picture, told by their PDQ hashes, and no file that is the same. */
    NEAR_COPY(false),
    /** Two accounts have or publish the same identifier. */
    SHARED_IDENTIFIER(false),
    /** The same invitation link was posted in two groups. */
    CROSS_POSTED_LINK(false);

    private final boolean directed;

    TieKind(boolean directed) {
        this.directed = directed;
    }

    /** True when the tie goes from the one to the other and not back. */
    public boolean isDirected() {
        return directed;
    }

    /** Name in JSON and GraphML, for example {@code shared-media}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
