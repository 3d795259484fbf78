/** Bags of BagIt (RFC 8493 and the versions before it): reads and checks any of them, and writes none. */
@NullMarked
package suluh.core.bag;

import org.jspecify.annotations.NullMarked;
