package suluh.core.observation;

import java.util.Locale;

/** Service that an observation comes from. */
public enum Platform {
    FACEBOOK,
    MESSENGER,
    INSTAGRAM,
    TELEGRAM,
    WHATSAPP,
    X,
    DISCORD,
    CYBERTIP,
    WEB,
    SIGNAL;

    /** Name in JSON Lines and findings: lower case, for example {@code telegram}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform with this wire name; throws {@link IllegalArgumentException} for any other text. */
    public static Platform ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
