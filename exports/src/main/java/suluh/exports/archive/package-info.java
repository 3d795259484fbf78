/** Unpacks zip archives entry by entry, within limits, and tells what was not whole. */
@NullMarked
package suluh.exports.archive;

import org.jspecify.annotations.NullMarked;
