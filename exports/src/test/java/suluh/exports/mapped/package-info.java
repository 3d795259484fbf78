/** Tests of reading tables by a mapping. */
@NullMarked
package suluh.exports.mapped;

import org.jspecify.annotations.NullMarked;
