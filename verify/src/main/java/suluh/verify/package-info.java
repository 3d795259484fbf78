/** Offline verifier of bundles: one small program that a court can run and read. */
@NullMarked
package suluh.verify;

import org.jspecify.annotations.NullMarked;
