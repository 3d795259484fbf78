package suluh.core.conversation;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * A message as it is assessed.
 *
 * @param sender key of the account that wrote it
 * @param local wall-clock time, or null when unknown
 * @param text raw text
 * @param messageId the platform's id, or null
 * @param source its record
 */
public record AssessedMessage(
        String sender,
        @Nullable LocalDateTime local,
        String text,
        @Nullable String messageId,
        SourcePointer source) {}
