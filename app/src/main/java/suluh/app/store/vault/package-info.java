/** Evidence on disk: write-once, addressed by its digest, encrypted with a key of its own. */
@NullMarked
package suluh.app.store.vault;

import org.jspecify.annotations.NullMarked;
