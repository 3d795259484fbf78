/** Chat messages as normalised words that remember where they stand in the raw text. */
@NullMarked
package suluh.core.conversation.text;

import org.jspecify.annotations.NullMarked;
