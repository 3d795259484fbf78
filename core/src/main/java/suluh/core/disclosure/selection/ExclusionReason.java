package suluh.core.disclosure.selection;

import java.util.Locale;
import java.util.Optional;

/** Why something of a case does not go out; each is listed in both bundles. */
public enum ExclusionReason {
    /** Between somebody and their lawyer; stays out until a court says otherwise. */
    LEGAL_PRIVILEGE,
    /** Marked as not to be disclosed, such as what would expose a reporter or another probe. */
    NON_DISCLOSURE,
    /** Inside the conversations that were chosen, but outside the time that was chosen. */
    OUTSIDE_TIME,
    /** Without an instant, where a time was chosen: nobody can say that it lies within. */
    UNDATED,
    /** Bytes of an item that hold more than what was selected; its records stand in the bundle, its bytes do not. */
    BEYOND_SELECTION,
    /** Bytes of an item that were purged. */
    PURGED;

    /** Name in rows and records: {@code legal-privilege}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True for what a person may set on a conversation or an item. */
    public boolean isMark() {
        return this == LEGAL_PRIVILEGE || this == NON_DISCLOSURE;
    }

    /** The reason of this wire name. */
    public static Optional<ExclusionReason> ofWire(String wire) {
        for (ExclusionReason reason : values()) {
            if (reason.wire().equals(wire)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
