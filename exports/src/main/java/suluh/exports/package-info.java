/** Entry to the readers: bytes of platform exports in, observations and an account of every file out. */
@NullMarked
package suluh.exports;

import org.jspecify.annotations.NullMarked;
