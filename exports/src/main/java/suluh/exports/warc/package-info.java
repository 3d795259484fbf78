/** Reader of captures of the web, WARC 1.0 and 1.1, with the digests of each record checked. */
@NullMarked
package suluh.exports.warc;

import org.jspecify.annotations.NullMarked;
