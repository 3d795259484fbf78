/** Reader of the JSON that Telegram Desktop exports: one chat, or an account with all its chats. */
@NullMarked
package suluh.exports.telegram;

import org.jspecify.annotations.NullMarked;
