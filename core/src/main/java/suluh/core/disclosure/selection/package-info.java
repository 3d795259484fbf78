/** What of a case goes out, to which end, and what is held back; decision 0040. */
@NullMarked
package suluh.core.disclosure.selection;

import org.jspecify.annotations.NullMarked;
