/** Tests of the cursor over markup. */
@NullMarked
package suluh.exports.markup;

import org.jspecify.annotations.NullMarked;
