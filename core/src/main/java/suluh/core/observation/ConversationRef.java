package suluh.core.observation;

import org.jspecify.annotations.Nullable;

/**
 * Names one conversation or group.
 *
 * @param platform where it took place
 * @param id unique among everything one case reads: the platform's id where that is global, else made so by the
 *     reader with the export and thread it came from
 * @param name title shown by the source, raw, or null
 * @param type kind as stated
 */
public record ConversationRef(
        Platform platform, String id, @Nullable String name, ConversationType type) {
    public ConversationRef {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a conversation needs an id");
        }
    }

    /** {@code platform:id}, unique across platforms. */
    public String key() {
        return platform.wire() + ":" + id;
    }
}
