package suluh.app.store;

import suluh.core.observation.SourcePointer;

/**
 * An account's part in a conversation.
 *
 * @param account number of the account
 * @param conversation number of the conversation
 * @param role wire name of its standing, or {@code writer} when it only wrote there
 * @param messages messages it wrote there
 * @param source one record that says so
 */
public record StoredTie(int account, int conversation, String role, long messages, SourcePointer source) {}
