/** Tests of observations as JSON Lines. */
@NullMarked
package suluh.exports.jsonl;

import org.jspecify.annotations.NullMarked;
