package suluh.core.casework.course;

import java.util.Locale;
import java.util.Optional;

/** How a case is marked; letters and exports carry the marking. */
public enum Sensitivity {
    NORMAL,
    /** Letters and exports bear the marking. */
    SENSITIVE,
    /** As before, and reporters hear no more than that their complaint was received. */
    RESTRICTED;

    /** Name in rows and entries: {@code sensitive}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The marking of this wire name. */
    public static Optional<Sensitivity> ofWire(String wire) {
        for (Sensitivity sensitivity : values()) {
            if (sensitivity.wire().equals(wire)) {
                return Optional.of(sensitivity);
            }
        }
        return Optional.empty();
    }
}
