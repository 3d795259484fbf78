package suluh.core.network;

/** What a tie rests on. */
public enum TieKind {
    MEMBERSHIP,
    ADMINISTRATION,
    /** Messages written in a group, or exchanged directly. */
    MESSAGES,
    INVITATION
}
