package suluh.app.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * The message that names a media file: who sent it, where and when.
 *
 * @param account key of the sender, or null when the source names none
 * @param conversation key of the conversation
 * @param sentText the source's own time
 * @param sentAt instant, or null
 * @param message its record
 */
public record MediaHolder(
        @Nullable String account,
        String conversation,
        String platform,
        String sentText,
        @Nullable Instant sentAt,
        SourcePointer message) {}
