/** Readers of the parts of a WACZ capture that vouch for the others: package, signature, list of pages. */
@NullMarked
package suluh.exports.wacz;

import org.jspecify.annotations.NullMarked;
