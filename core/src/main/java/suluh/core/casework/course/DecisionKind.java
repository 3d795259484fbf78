package suluh.core.casework.course;

import java.util.Locale;
import java.util.Optional;

/** What a person decided in a case; the program decides nothing. */
public enum DecisionKind {
    NO_FURTHER_ACTION,
    REFER,
    ARREST,
    CHARGE,
    TAKE_DOWN_ASKED;

    /** Name in rows and entries: {@code no-further-action}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this wire name. */
    public static Optional<DecisionKind> ofWire(String wire) {
        for (DecisionKind kind : values()) {
            if (kind.wire().equals(wire)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
