package suluh.core.observation;

import java.util.Locale;

/** What became of one file of the input. */
public enum FileFate {
    /** Every record was read or knowingly skipped. */
    READ,
    /** Some records were read and others could not be. */
    PARTLY_READ,
    /** Recognised and left aside on purpose, with the reason. */
    SKIPPED,
    /** No reader knows it, or its reader could make nothing of it. */
    NOT_UNDERSTOOD;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when something in the file may be evidence that nobody has read. */
    public boolean leavesUnread() {
        return this == PARTLY_READ || this == NOT_UNDERSTOOD;
    }
}
