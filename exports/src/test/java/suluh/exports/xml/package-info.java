/** Tests of reading XML. */
@NullMarked
package suluh.exports.xml;

import org.jspecify.annotations.NullMarked;
