/** Reader of the archive that X (formerly Twitter) makes for an account: scripts that each assign one JSON value. */
@NullMarked
package suluh.exports.x;

import org.jspecify.annotations.NullMarked;
