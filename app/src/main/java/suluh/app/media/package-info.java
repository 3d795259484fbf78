/** Unpacking and decoding of media in bounded child processes; what comes back is hashes and small pictures. */
@NullMarked
package suluh.app.media;

import org.jspecify.annotations.NullMarked;
