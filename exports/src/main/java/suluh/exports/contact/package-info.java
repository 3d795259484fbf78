/** Finds identifiers that people write into messages. */
@NullMarked
package suluh.exports.contact;

import org.jspecify.annotations.NullMarked;
