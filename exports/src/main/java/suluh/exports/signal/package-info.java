/** Reader of the plain text into which Signal chats are exported. */
@NullMarked
package suluh.exports.signal;

import org.jspecify.annotations.NullMarked;
