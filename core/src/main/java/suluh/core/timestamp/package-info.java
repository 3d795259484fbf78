/** Time-stamp tokens of RFC 3161: read, and verified as of their own time. */
@NullMarked
package suluh.core.timestamp;

import org.jspecify.annotations.NullMarked;
