/** PostgreSQL and files: one repository for each room; SQL in view. */
@NullMarked
package suluh.app.store;

import org.jspecify.annotations.NullMarked;
