/** One queue of leads with reasons; a person decides. */
@NullMarked
package suluh.core.triage;

import org.jspecify.annotations.NullMarked;
