/** Tests of reading captures. */
@NullMarked
package suluh.exports.warc;

import org.jspecify.annotations.NullMarked;
