/** Placeholder sentence of verify. */
@NullMarked
package suluh.verify;

import org.jspecify.annotations.NullMarked;
