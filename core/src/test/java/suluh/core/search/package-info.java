/** Tests of the search room. */
@NullMarked
package suluh.core.search;

import org.jspecify.annotations.NullMarked;
