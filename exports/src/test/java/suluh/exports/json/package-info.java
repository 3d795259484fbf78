/** Tests of streaming JSON. */
@NullMarked
package suluh.exports.json;

import org.jspecify.annotations.NullMarked;
