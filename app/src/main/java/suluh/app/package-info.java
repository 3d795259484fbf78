/** Placeholder sentence of app. */
@NullMarked
package suluh.app;

import org.jspecify.annotations.NullMarked;
