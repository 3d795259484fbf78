/** Tests of the reader of Telegram exports. */
@NullMarked
package suluh.exports.telegram;

import org.jspecify.annotations.NullMarked;
