/** A case as a CASE/UCO 1.4 graph in JSON-LD, written as a stream. */
@NullMarked
package suluh.core.disclosure.uco;

import org.jspecify.annotations.NullMarked;
