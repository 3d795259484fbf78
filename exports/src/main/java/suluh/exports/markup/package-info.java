/** Reads HTML forward from bytes, and knows at which byte each tag and text stands. */
@NullMarked
package suluh.exports.markup;

import org.jspecify.annotations.NullMarked;
