package suluh.core.network;

/** What a node of the network stands for. */
public enum NodeKind {
    /** An actor, or an account that was joined to none. */
    ACCOUNT,
    GROUP
}
