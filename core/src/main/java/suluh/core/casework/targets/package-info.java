/** What complaints, cases and requests point at, in one form however it was written. */
@NullMarked
package suluh.core.casework.targets;

import org.jspecify.annotations.NullMarked;
