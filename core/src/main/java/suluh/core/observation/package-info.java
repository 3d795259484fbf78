/** Facts read from sealed bytes, each with a pointer to the record that says so. */
@NullMarked
package suluh.core.observation;

import org.jspecify.annotations.NullMarked;
