/** What leaves a case: findings, report, manifest, and the check that derives them again. */
@NullMarked
package suluh.core.disclosure;

import org.jspecify.annotations.NullMarked;
