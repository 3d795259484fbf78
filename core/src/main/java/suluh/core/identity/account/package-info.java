/** Accounts compared: what is known of each, who meets whom, what agreement weighs, and who is one actor. */
@NullMarked
package suluh.core.identity.account;

import org.jspecify.annotations.NullMarked;
