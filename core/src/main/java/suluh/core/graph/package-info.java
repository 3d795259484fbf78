/** Algorithms on graphs of int arrays; no word of the domain. */
@NullMarked
package suluh.core.graph;

import org.jspecify.annotations.NullMarked;
