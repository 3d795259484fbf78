package suluh.core.casework;

import java.util.Locale;
import java.util.Optional;

/** What sets a clock going. */
public enum StartEvent {
    SENT,
    ACKNOWLEDGED,
    RECEIVED,
    CLOSED;

    /** Name in registers: {@code acknowledged}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The event of this wire name. */
    public static Optional<StartEvent> ofWire(String wire) {
        for (StartEvent event : values()) {
            if (event.wire().equals(wire)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
