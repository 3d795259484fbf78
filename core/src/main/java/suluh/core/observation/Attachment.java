package suluh.core.observation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that came with a message.
 *
 * @param kind what it is
 * @param uri address or path as the source writes it, or null
 * @param name file name or title as the source writes it, or null
 * @param presence whether its bytes are in the export, as far as the record itself says
 */
public record Attachment(
        Kind kind, @Nullable String uri, @Nullable String name, Presence presence) {
    /** Kind of attachment. */
    public enum Kind {
        PHOTO,
        VIDEO,
        AUDIO,
        FILE,
        STICKER,
        GIF,
        LINK,
        CONTACT,
        LOCATION,
        POLL,
        UNSTATED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the bytes came with the export. */
    public enum Presence {
        REFERENCED,
        OMITTED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
