/** Ids, digests and outcomes that every room shares. */
@NullMarked
package suluh.core.kernel;

import org.jspecify.annotations.NullMarked;
