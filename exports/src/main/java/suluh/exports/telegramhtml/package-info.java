/** Reader of the pages that Telegram Desktop exports as HTML, its default: names, no ids. */
@NullMarked
package suluh.exports.telegramhtml;

import org.jspecify.annotations.NullMarked;
