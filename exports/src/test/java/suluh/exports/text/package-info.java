/** Tests of lines and rows. */
@NullMarked
package suluh.exports.text;

import org.jspecify.annotations.NullMarked;
