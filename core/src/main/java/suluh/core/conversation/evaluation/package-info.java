/** Measures of an assessment against labels, with intervals; says how well attention was ordered, never who did what. */
@NullMarked
package suluh.core.conversation.evaluation;

import org.jspecify.annotations.NullMarked;
