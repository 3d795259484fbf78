/** Reader of CyberTipline reports: XML after the published schema, and what can be had of their PDF form. */
@NullMarked
package suluh.exports.cybertip;

import org.jspecify.annotations.NullMarked;
