/** Streaming JSON with the byte offsets of every value. */
@NullMarked
package suluh.exports.json;

import org.jspecify.annotations.NullMarked;
