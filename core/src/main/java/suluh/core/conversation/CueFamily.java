package suluh.core.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Families of cues, after the stages of O'Connell (2003) and the strategies of Lorenzo-Dus and others (2016, 2020).
 *
 * <p>The order is that of the masks in which an assessment remembers them; append only.
 */
public enum CueFamily {
    /** Asking or stating age and school. */
    AGE(Stage.ASSESS),
    /** Probing who is near the child and who looks at its phone. */
    GUARDIANS(Stage.ASSESS),
    SECRECY(Stage.ISOLATE),
    /** Erasing traces. */
    ERASURE(Stage.ISOLATE),
    /** Special bond, isolation from others. */
    BOND(Stage.TRUST),
    FLATTERY(Stage.TRUST),
    /** Gifts, money, top-ups, offers of modelling or work. */
    GIFTS(Stage.TRUST),
    /** Moving to another application or a call. */
    MOVE(Stage.ISOLATE),
    /** Asking for pictures of the person, or for the camera. */
    PICTURE(Stage.APPROACH),
    /** Meeting and transport. */
    MEETING(Stage.APPROACH),
    /** Pressure, calling in a debt, threat of withdrawal. */
    PRESSURE(Stage.APPROACH),
    /** In groups: trade in material. */
    GROUP_OFFER(Stage.GROUP),
    /** Testing how far personal questions may go. */
    BOUNDARY(Stage.TRUST),
    /** Threat of exposure or harm, demand under threat. */
    THREAT(Stage.APPROACH),
    /** In groups: access for payment. */
    PAID_ACCESS(Stage.GROUP),
    /** In groups: a link that lets in. */
    INVITE_LINK(Stage.GROUP),
    /** In groups: wording of the list of coded terms. */
    CODED_WORDING(Stage.GROUP);

    /** Stages in the order in which the models describe them; groups stand beside. */
    enum Stage {
        ASSESS,
        TRUST,
        ISOLATE,
        APPROACH,
        GROUP;

        boolean isLaterThan(@Nullable Stage other) {
            return other == null || compareTo(other) > 0;
        }
    }

    private final Stage stage;

    CueFamily(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    /** Its place in tables by family, from 0. */
    @SuppressWarnings("EnumOrdinal") // Append only, as the class says.
    public int place() {
        return ordinal();
    }

    /** Its bit in a mask of families. */
    public int bit() {
        return 1 << place();
    }
}
