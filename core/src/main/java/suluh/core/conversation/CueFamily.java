package suluh.core.conversation;

/**
 * Families of cues, after the stages of O'Connell (2003) and the strategies of Lorenzo-Dus and others (2016, 2020).
 *
 * <p>The order is that of the masks in which an assessment remembers them; append only.
 */
public enum CueFamily {
    /** Asking or stating age and school. */
    AGE,
    /** Probing who is near the child and who looks at its phone. */
    GUARDIANS,
    SECRECY,
    /** Erasing traces. */
    ERASURE,
    /** Special bond, isolation from others. */
    BOND,
    FLATTERY,
    /** Gifts, money, top-ups, offers of modelling or work. */
    GIFTS,
    /** Moving to another application or a call. */
    MOVE,
    /** Asking for pictures of the person, or for the camera. */
    PICTURE,
    /** Meeting and transport. */
    MEETING,
    /** Pressure, threat, calling in a debt. */
    PRESSURE,
    /** In groups: trade in material, paid access. */
    GROUP_OFFER
}
