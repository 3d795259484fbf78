/** Side-by-side measurements: each against a peer or a physical limit, in one run, as a ratio. */
@NullMarked
package suluh.bench;

import org.jspecify.annotations.NullMarked;
