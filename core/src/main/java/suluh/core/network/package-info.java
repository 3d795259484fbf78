/** Ties between actors, accounts and groups: measures, roles with their ties, and a picture. */
@NullMarked
package suluh.core.network;

import org.jspecify.annotations.NullMarked;
