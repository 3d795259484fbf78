/** The embedded PostgreSQL server: its binaries, its cluster, its life and death. */
@NullMarked
package suluh.app.store.postgres;

import org.jspecify.annotations.NullMarked;
