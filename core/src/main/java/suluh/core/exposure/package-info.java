/** How much a person may look at: limits, pauses and figures, so that nobody sees more than the work needs. */
@NullMarked
package suluh.core.exposure;

import org.jspecify.annotations.NullMarked;
