/** Coverage-guided fuzzing of every reader, and what it found, replayed. */
@NullMarked
package suluh.exports.fuzz;

import org.jspecify.annotations.NullMarked;
