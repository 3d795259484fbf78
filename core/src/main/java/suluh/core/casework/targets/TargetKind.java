package suluh.core.casework.targets;

import java.util.Locale;
import java.util.Optional;

/** Kind of thing that somebody points at. */
public enum TargetKind {
    GROUP,
    /** Link that lets whoever has it into a group. */
    INVITE,
    ACCOUNT,
    POST,
    PHONE,
    EMAIL,
    /** Any other address. */
    WEB;

    /** Name in keys and rows: {@code invite}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this wire name. */
    public static Optional<TargetKind> ofWire(String wire) {
        for (TargetKind kind : values()) {
            if (kind.wire().equals(wire)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
