/** Cues of child grooming in conversations, with the passages they rest on; an aid to order attention. */
@NullMarked
package suluh.core.conversation;

import org.jspecify.annotations.NullMarked;
