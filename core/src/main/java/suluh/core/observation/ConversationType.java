package suluh.core.observation;

import java.util.Locale;

/** Kind of conversation that the source states. */
public enum ConversationType {
    DIRECT,
    GROUP,
    CHANNEL,
    SAVED,
    BOT,
    UNKNOWN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
