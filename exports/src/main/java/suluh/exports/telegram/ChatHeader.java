package suluh.exports.telegram;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.Platform;

/**
 * What a chat says of itself.
 *
 * @param name title, or null
 * @param type Telegram's word, for example {@code private_supergroup}, or null
 * @param id Telegram's number, or null
 */
record ChatHeader(
        @Nullable String name,
        @Nullable String type,
        @Nullable String id) {
    /** Bot API form of a channel's id: -100 and the number that exports carry. */
    private static final String BOT_API_CHANNEL = "-100";

    boolean isComplete() {
        return name != null && type != null && id != null;
    }

    ConversationType conversationType() {
        return switch (word()) {
            case "personal_chat" -> ConversationType.DIRECT;
            case "bot_chat" -> ConversationType.BOT;
            case "saved_messages", "replies", "verification_codes" -> ConversationType.SAVED;
            case "private_group", "private_supergroup", "public_supergroup" -> ConversationType.GROUP;
            case "private_channel", "public_channel" -> ConversationType.CHANNEL;
            default -> ConversationType.UNKNOWN;
        };
    }

    /**
     * The conversation, with an id unique within a case.
     *
     * <p>Groups and channels count in two series of numbers of their own, the same for everybody. A personal chat's
     * number is the other side's: with another owner it is another chat.
     *
     * @param owner the export's holder, or the file where nobody is named
     * @param fallback id of a chat that states none
     */
    ConversationRef conversation(String owner, String fallback) {
        return new ConversationRef(Platform.TELEGRAM, conversationId(owner, fallback), name, conversationType());
    }

    private String conversationId(String owner, String fallback) {
        if (id == null || id.isEmpty()) {
            return fallback;
        }
        return switch (word()) {
            case "private_group" -> "group/" + (id.startsWith("-") ? id.substring(1) : id);
            case "private_supergroup", "public_supergroup", "private_channel", "public_channel" ->
                "channel/" + (id.startsWith(BOT_API_CHANNEL) ? id.substring(BOT_API_CHANNEL.length()) : id);
            default -> "personal/" + owner + "/" + id;
        };
    }

    private String word() {
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }
}
