/** Reader of what Meta returns to legal process: records and preservations as pages, with linked media. */
@NullMarked
package suluh.exports.meta.returned;

import org.jspecify.annotations.NullMarked;
