package suluh.core.conversation.evaluation;

import java.util.Locale;
import java.util.Optional;

/** What a person who read a conversation says of it; never what anybody did. */
public enum Verdict {
    /** It needs further work of the case. */
    CONCERN,
    /** Nothing in it that a case of child protection needs. */
    NO_CONCERN,
    /** A second person should read it. */
    UNCLEAR;

    /** Name in entries and forms: {@code no-concern}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict of this wire name. */
    public static Optional<Verdict> ofWire(String wire) {
        for (Verdict verdict : values()) {
            if (verdict.wire().equals(wire)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
