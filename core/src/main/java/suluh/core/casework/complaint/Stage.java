package suluh.core.casework.complaint;

import java.util.Locale;

/** Where a complaint stands: received, then taken into a case or closed, and never back. */
public enum Stage {
    RECEIVED,
    IN_CASE,
    CLOSED;

    /** Name in rows and on screens: {@code in-case}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stage of this wire name; throws {@link IllegalArgumentException} for any other text. */
    public static Stage ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
