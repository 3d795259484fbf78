/** Lines and table rows of text files with the byte offsets of each. */
@NullMarked
package suluh.exports.text;

import org.jspecify.annotations.NullMarked;
