package suluh.core.conversation;

import java.util.Locale;

/** Order of a person's attention; no finding of fact. */
public enum Band {
    LOOK_NOW,
    LOOK,
    BACKGROUND;

    /** {@code look-now}, {@code look}, {@code background}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
