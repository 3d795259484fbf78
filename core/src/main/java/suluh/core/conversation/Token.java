package suluh.core.conversation;

/**
 * A word of a chat message.
 *
 * @param word normalised form
 * @param start first code point of the raw text
 * @param end code point after it
 */
record Token(String word, int start, int end) {}
