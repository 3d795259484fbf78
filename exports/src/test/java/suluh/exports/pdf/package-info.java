/** Tests of reading documents. */
@NullMarked
package suluh.exports.pdf;

import org.jspecify.annotations.NullMarked;
