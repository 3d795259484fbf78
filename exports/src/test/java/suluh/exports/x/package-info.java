/** Tests of the reader of X archives. */
@NullMarked
package suluh.exports.x;

import org.jspecify.annotations.NullMarked;
