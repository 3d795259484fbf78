/** Reader of conversations in the XML of the PAN-2012 author identification task, for an agency that lawfully holds the corpus. */
@NullMarked
package suluh.exports.pan12;

import org.jspecify.annotations.NullMarked;
