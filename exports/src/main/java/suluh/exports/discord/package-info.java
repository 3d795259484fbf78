/** Reader of the package that Discord makes for an account: its data and the messages it wrote. */
@NullMarked
package suluh.exports.discord;

import org.jspecify.annotations.NullMarked;
