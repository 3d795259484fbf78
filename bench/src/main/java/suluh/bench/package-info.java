/** Placeholder sentence of bench. */
@NullMarked
package suluh.bench;

import org.jspecify.annotations.NullMarked;
