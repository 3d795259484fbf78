/** A model that an agency trains on its own closed cases, set beside the published score; it sees cues, never words. */
@NullMarked
package suluh.core.conversation.learning;

import org.jspecify.annotations.NullMarked;
