package suluh.exports.synth;

import java.util.List;
import suluh.exports.synth.Conversation.Excerpt;

/** One export that a person handed in, as planned. */
sealed interface Export {
    /**
     * An archive of a Facebook-like account.
     *
     * @param path folder, or zip file when {@code zipped}
     * @param threads excerpts of message threads
     * @param posts posts by the owner in the group
     */
    record FacebookAccount(Persona owner, String path, boolean zipped, List<Excerpt> threads, int posts)
            implements Export {
        /** Where a file of this export lies, as truth.json names it. */
        String pathOf(String file) {
            return path + (zipped ? "!/" : "/") + file;
        }
    }

    /** A whole Telegram account, in one {@code result.json}. */
    record TelegramAccount(Persona owner, String path, List<Persona> contacts, List<Excerpt> chats) implements Export {}

    /** One Telegram chat, in one {@code result.json}. */
    record TelegramChat(String path, Excerpt chat) implements Export {}

    /**
     * One WhatsApp chat as text.
     *
     * @param owner whose phone it was exported from
     */
    record WhatsappChat(Persona owner, String path, boolean zipped, WhatsappStyle style, Excerpt chat)
            implements Export {
        /** Where the text lies, as truth.json names it. */
        String textPath() {
            return zipped ? path + "!/" + WhatsappStyle.IOS_FILE : path;
        }
    }
}
