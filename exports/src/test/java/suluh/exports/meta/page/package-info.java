/** Tests of the reader of Meta's pages. */
@NullMarked
package suluh.exports.meta.page;

import org.jspecify.annotations.NullMarked;
