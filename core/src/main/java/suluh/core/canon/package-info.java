/** Canonical JSON (RFC 8785): the one byte form of what is hashed. */
@NullMarked
package suluh.core.canon;

import org.jspecify.annotations.NullMarked;
