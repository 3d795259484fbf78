package suluh.core.casework.complaint;

/** Why a pile stands where it stands; the order of the constants is the order of their weight. */
public enum InboxReason {
    DANGER_WAITING,
    DANGER,
    CLOCK_OVERDUE,
    CHILD_REPORTS,
    CLOCK_NEAR,
    KNOWN_TARGET,
    SEVERAL_REPORTERS
}
