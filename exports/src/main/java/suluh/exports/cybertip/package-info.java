/** Reader of CyberTipline reports and details of files as XML. */
@NullMarked
package suluh.exports.cybertip;

import org.jspecify.annotations.NullMarked;
