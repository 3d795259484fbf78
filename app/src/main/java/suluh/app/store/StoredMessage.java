package suluh.app.store;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * A message as stored.
 *
 * @param conversation number of its conversation
 * @param sender number of the account that wrote it, or 0
 * @param platformId the platform's id, or null
 * @param kind wire name of its kind
 * @param sentText the source's own time
 * @param sentAt instant, or null
 * @param localAt wall-clock reading, or null
 * @param zone how the zone is known
 * @param text content
 * @param attachments a line for each, empty when there is none
 * @param source its record
 */
public record StoredMessage(
        int conversation,
        int sender,
        @Nullable String platformId,
        String kind,
        String sentText,
        @Nullable Instant sentAt,
        @Nullable LocalDateTime localAt,
        String zone,
        String text,
        String attachments,
        SourcePointer source) {}
