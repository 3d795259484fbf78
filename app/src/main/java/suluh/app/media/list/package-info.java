/** Lists of known hashes: their formats, what they hold, and what is found in them. */
@NullMarked
package suluh.app.media.list;

import org.jspecify.annotations.NullMarked;
