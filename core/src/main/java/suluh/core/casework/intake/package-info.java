/** Complaints that come in bulk: tables, mail and posts, read record by record with an account of each. */
@NullMarked
package suluh.core.casework.intake;

import org.jspecify.annotations.NullMarked;
