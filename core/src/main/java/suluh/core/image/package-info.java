/** Perceptual hashes of pictures (PDQ), and indexes that find near hashes and equal digests; decodes nothing. */
@NullMarked
package suluh.core.image;

import org.jspecify.annotations.NullMarked;
