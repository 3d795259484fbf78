package suluh.app.store;

import suluh.core.observation.ConversationRef;

/**
 * A conversation of a case with what was counted in it.
 *
 * @param id number in its case
 * @param reference how the source names it
 * @param messages messages read
 */
public record StoredConversation(int id, ConversationRef reference, long messages) {}
