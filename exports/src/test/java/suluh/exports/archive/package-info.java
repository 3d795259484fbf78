/** Tests of unpacking. */
@NullMarked
package suluh.exports.archive;

import org.jspecify.annotations.NullMarked;
