/** Strict, streaming XML without document types and entities, with the byte offsets of every element. */
@NullMarked
package suluh.exports.xml;

import org.jspecify.annotations.NullMarked;
