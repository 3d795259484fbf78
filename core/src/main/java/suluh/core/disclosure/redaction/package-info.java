/** Records of a disclosure, what is hidden in them, and the commitments that tie both editions together. */
@NullMarked
package suluh.core.disclosure.redaction;

import org.jspecify.annotations.NullMarked;
