package suluh.core.casework;

import java.util.Locale;
import java.util.Optional;

/** What a clock of the register measures. */
public enum ClockUse {
    /** How long a provider keeps what it was asked to preserve. */
    PRESERVATION,
    /** How soon a complaint of imminent danger is acknowledged. */
    DANGER,
    /** How soon a reporter hears what became of the complaint. */
    FEEDBACK,
    /** How long a closed case is kept. */
    RETENTION;

    /** Name in registers: {@code preservation}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The use of this wire name. */
    public static Optional<ClockUse> ofWire(String wire) {
        for (ClockUse use : values()) {
            if (use.wire().equals(wire)) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }
}
