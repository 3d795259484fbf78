/** Tests of the reader of Telegram's pages. */
@NullMarked
package suluh.exports.telegramhtml;

import org.jspecify.annotations.NullMarked;
