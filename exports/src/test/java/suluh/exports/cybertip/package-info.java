/** Tests of reading CyberTipline reports. */
@NullMarked
package suluh.exports.cybertip;

import org.jspecify.annotations.NullMarked;
