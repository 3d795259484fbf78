/** What reporters say, what becomes of it, and the order in which a person looks at it. */
@NullMarked
package suluh.core.casework.complaint;

import org.jspecify.annotations.NullMarked;
