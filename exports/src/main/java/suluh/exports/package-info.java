/** Placeholder sentence of exports. */
@NullMarked
package suluh.exports;

import org.jspecify.annotations.NullMarked;
