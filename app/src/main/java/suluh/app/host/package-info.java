/** The host's side of things: clock, keys, randomness, configuration, data folder, register files. */
@NullMarked
package suluh.app.host;

import org.jspecify.annotations.NullMarked;
