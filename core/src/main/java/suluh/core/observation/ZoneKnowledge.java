package suluh.core.observation;

import java.util.Locale;

/** How the time zone of a source timestamp is known. */
public enum ZoneKnowledge {
    /** The text itself names an offset or zone. */
    STATED,
    /** The source counts seconds or milliseconds since 1970-01-01T00:00Z. */
    UNIX,
    /** The person who handed in the item said which zone the device had. */
    ASSUMED,
    /** Nobody said; there is a local time and no instant. */
    UNKNOWN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
