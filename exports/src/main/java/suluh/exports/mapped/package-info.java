/** Reader of tables of no known form, told by a mapping file which column says what. */
@NullMarked
package suluh.exports.mapped;

import org.jspecify.annotations.NullMarked;
