/** Reader of the threads that Facebook, Messenger and Instagram export as HTML pages. */
@NullMarked
package suluh.exports.meta.page;

import org.jspecify.annotations.NullMarked;
