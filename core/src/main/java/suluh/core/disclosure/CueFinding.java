package suluh.core.disclosure;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * A passage that a cue rests on.
 *
 * @param code family of the cue
 * @param sender key of the account that wrote it
 * @param messageIndex place of the message in its conversation, from 0
 * @param messageId the platform's id, or null
 * @param text raw text of the message
 * @param start first Unicode code point of the passage
 * @param end code point after the passage
 * @param source record of the message
 */
public record CueFinding(
        String code,
        String sender,
        long messageIndex,
        @Nullable String messageId,
        String text,
        int start,
        int end,
        SourcePointer source) {
    public CueFinding {
        if (start < 0 || end < start || end > text.codePointCount(0, text.length())) {
            throw new IllegalArgumentException("passage " + start + ".." + end + " does not lie in its message");
        }
    }
}
