package suluh.core.casework.request;

import java.util.Locale;
import java.util.Optional;

/** What a provider is asked to do. */
public enum RequestKind {
    /** To keep what it has, so that it can be produced later. */
    PRESERVATION,
    /** To hand over what it has. */
    PRODUCTION,
    /** To make content inaccessible. */
    TAKE_DOWN;

    /** Name in rows, letters and entries: {@code take-down}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this wire name. */
    public static Optional<RequestKind> ofWire(String wire) {
        for (RequestKind kind : values()) {
            if (kind.wire().equals(wire)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
