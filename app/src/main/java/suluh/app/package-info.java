/** Everything that touches the world: flows, stores, doors and their wiring. */
@NullMarked
package suluh.app;

import org.jspecify.annotations.NullMarked;
