package suluh.core.casework.complaint;

import java.util.Locale;
import java.util.Optional;

/** Why a complaint was closed without a case. */
public enum Closing {
    /** It does not concern the protection of children: what it said is erased, and nobody is profiled for it. */
    OUT_OF_MANDATE,
    /** It names nothing that could be looked at, and nobody can be asked. */
    NOTHING_TO_FOLLOW,
    /** The same reporter had said the same before. */
    REPEATED,
    /** It was looked at, and there is nothing more to do. */
    NO_FURTHER_ACTION;

    /** Name in rows and entries: {@code out-of-mandate}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when what was said, and whom it named, is erased on closing. */
    public boolean erases() {
        return this == OUT_OF_MANDATE;
    }

    /** The closing of this wire name. */
    public static Optional<Closing> ofWire(String wire) {
        for (Closing closing : values()) {
            if (closing.wire().equals(wire)) {
                return Optional.of(closing);
            }
        }
        return Optional.empty();
    }
}
