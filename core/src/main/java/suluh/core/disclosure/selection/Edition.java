package suluh.core.disclosure.selection;

import java.util.Locale;
import java.util.Optional;

/** One of the two bundles that come from one selection. */
public enum Edition {
    /** Everything that was selected, with what opens the redactions of the other; for those entitled to it. */
    FULL,
    /** The same records without children's and third persons' identifiers; for everybody else. */
    REDACTED;

    /** Name in bags, rows and entries: {@code redacted}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The edition of this wire name. */
    public static Optional<Edition> ofWire(String wire) {
        for (Edition edition : values()) {
            if (edition.wire().equals(wire)) {
                return Optional.of(edition);
            }
        }
        return Optional.empty();
    }
}
