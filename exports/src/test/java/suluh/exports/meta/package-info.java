/** Tests of the readers of Meta exports. */
@NullMarked
package suluh.exports.meta;

import org.jspecify.annotations.NullMarked;
