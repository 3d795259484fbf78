package suluh.exports.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind a head.
 *
 * @param sender name or number of the writer without invisible marks, or null for a line of the platform itself
 * @param text raw characters behind the sender
 * @param doubtful true when a colon stands in the line but not as a sender's, so that nobody is named
 */
record Body(@Nullable String sender, String text, boolean doubtful) {
    /** Longest sender: names end at 25 characters, contacts of an address book go further. */
    static final int MAX_SENDER_CHARS = 120;

    /**
     * Divides the first line of a message.
     *
     * @param chat name of the chat; iOS puts it before lines of the platform
     * @param senders who was met before in this file
     */
    static Body of(String rest, String chat, Senders senders) {
        int colon = rest.indexOf(": ");
        if (colon < 0 && rest.endsWith(":")) {
            colon = rest.length() - 1;
        }
        if (colon < 0) {
            return new Body(null, rest, rest.indexOf(':') >= 0 && !Phrases.isPlatformLine(visible(rest)));
        }
        String sender = visible(rest.substring(0, colon));
        String text = colon + 2 <= rest.length() ? rest.substring(colon + 2) : "";
        if (sender.isEmpty() || sender.length() > MAX_SENDER_CHARS) {
            return new Body(null, rest, true);
        }
        if (!senders.isSender(sender)) {
            return new Body(null, rest, false);
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == '\u200E';
        if (marked && isPlatformText(text, sender, chat)) {
            return new Body(null, text, false);
        }
        return new Body(sender, text, false);
    }

    private static boolean isPlatformText(String text, String sender, String chat) {
        String plain = visible(text);
        String phrase = Phrases.phrase(plain);
        if (Phrases.omitted(phrase) != null || Phrases.attachedName(plain) != null || Phrases.isRemoved(phrase)) {
            return false;
        }
        return Phrases.isPlatformLine(plain) || (sender.equals(chat) && !Phrases.isCall(phrase));
    }

    private static String visible(String text) {
        return VisibleText.of(text).strip();
    }
}
