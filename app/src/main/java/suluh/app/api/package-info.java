/** The REST interface for other systems: parse, authenticate by key, call one flow, answer JSON. */
@NullMarked
package suluh.app.api;

import org.jspecify.annotations.NullMarked;
