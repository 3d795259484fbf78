/** What the records of one account add up to: hours, languages, ages stated to it, openers sent to many. */
@NullMarked
package suluh.core.identity.profile;

import org.jspecify.annotations.NullMarked;
