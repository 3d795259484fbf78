/** Requests to providers: what must be in them, their states and clocks, their letters, and what came back. */
@NullMarked
package suluh.core.casework.request;

import org.jspecify.annotations.NullMarked;
