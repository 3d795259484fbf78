/** Cases, offences, authorities and agencies, and the rule that each case needs a mandate. */
@NullMarked
package suluh.core.casework;

import org.jspecify.annotations.NullMarked;
