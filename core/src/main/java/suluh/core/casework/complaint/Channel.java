package suluh.core.casework.complaint;

import java.util.Locale;

/** Way by which a complaint came. */
public enum Channel {
    FORM,
    CSV,
    MAIL,
    X_POST,
    API;

    /** Name in rows and entries: {@code x-post}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
