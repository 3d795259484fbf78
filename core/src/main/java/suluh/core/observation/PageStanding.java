package suluh.core.observation;

import java.util.Locale;

/** What was served when a page was captured. */
public enum PageStanding {
    /** The page itself. */
    CONTENT,
    /** A page that asks to sign in stands in its place. */
    LOGIN_WALL,
    REDIRECT,
    /** The server answered with an error. */
    ERROR,
    /** Something that is no page: a picture, a script, a style sheet. */
    OTHER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
