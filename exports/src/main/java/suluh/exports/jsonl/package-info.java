/** Observations as JSON Lines, written and read. */
@NullMarked
package suluh.exports.jsonl;

import org.jspecify.annotations.NullMarked;
