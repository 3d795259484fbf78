package suluh.exports.jsonl;

/**
 * What a labelled file says of a conversation.
 *
 * @param conversation its id
 * @param isPositive labelled as one that needs a look
 * @param language language as labelled, or empty
 */
public record ConversationLabel(String conversation, boolean isPositive, String language) {}
