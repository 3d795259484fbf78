/** Tests of checking packages of captures. */
@NullMarked
package suluh.exports.wacz;

import org.jspecify.annotations.NullMarked;
