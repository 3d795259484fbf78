/** Which accounts are one actor, and why. */
@NullMarked
package suluh.core.identity;

import org.jspecify.annotations.NullMarked;
