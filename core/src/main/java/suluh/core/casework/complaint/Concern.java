package suluh.core.casework.complaint;

import java.util.Locale;
import java.util.Optional;

/** What a reporter chooses as the matter, in plain words on the form. */
public enum Concern {
    /** Somebody older writes to a child in a way that worries. */
    CONTACT,
    /** Somebody asks a child to keep a secret, or to move to another app. */
    SECRECY,
    /** Somebody wants to meet a child. */
    MEETING,
    /** Somebody threatens a child or demands something. */
    PRESSURE,
    /** A group or an account passes around pictures of children. */
    PICTURES,
    /** Anything else that concerns a child. */
    OTHER;

    /** Name in rows and forms: {@code contact}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The concern of this wire name. */
    public static Optional<Concern> ofWire(String wire) {
        for (Concern concern : values()) {
            if (concern.wire().equals(wire)) {
                return Optional.of(concern);
            }
        }
        return Optional.empty();
    }
}
