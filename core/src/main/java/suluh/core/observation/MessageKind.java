package suluh.core.observation;

import java.util.Locale;

/** What a record of a conversation is. */
public enum MessageKind {
    /** Written or media content by an account. */
    CONTENT,
    /** Voice or video call. */
    CALL,
    /** Line by the platform itself, such as a member joining. */
    SYSTEM,
    /** Place of a message that was removed or unsent. */
    REMOVED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
