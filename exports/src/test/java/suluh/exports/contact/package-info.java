/** Tests of published contact points. */
@NullMarked
package suluh.exports.contact;

import org.jspecify.annotations.NullMarked;
