/** Tests of the reader of Discord packages. */
@NullMarked
package suluh.exports.discord;

import org.jspecify.annotations.NullMarked;
