package suluh.core.casework;

import java.util.Locale;
import java.util.Optional;

/** What an authority opens; what it does not name stays closed. */
public enum Opening {
    /** A provider may be bound to keep what it has. */
    PRESERVATION,
    /** Who holds an account, and when and from where it was used; no content. */
    SUBSCRIBER_DATA,
    /** What was written, said or shown. */
    CONTENT,
    /** Data found on a device or an account in a search. */
    SEARCH,
    /** A provider may be bound to make content inaccessible. */
    TAKE_DOWN;

    /** Name in registers and rows: {@code subscriber-data}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The opening of this wire name. */
    public static Optional<Opening> ofWire(String wire) {
        for (Opening opening : values()) {
            if (opening.wire().equals(wire)) {
                return Optional.of(opening);
            }
        }
        return Optional.empty();
    }
}
