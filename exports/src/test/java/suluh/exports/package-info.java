/** Tests of the entry to the readers, and what the tests of the readers share. */
@NullMarked
package suluh.exports;

import org.jspecify.annotations.NullMarked;
