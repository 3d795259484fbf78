/** One file that holds a whole installation, written and read as a stream: docs/formats/backup.md. */
@NullMarked
package suluh.app.store.backup;

import org.jspecify.annotations.NullMarked;
