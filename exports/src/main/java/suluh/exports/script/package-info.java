/** Synthetic conversations with labels, written from cue grammars and innocent scenes; for evaluation only. */
@NullMarked
package suluh.exports.script;

import org.jspecify.annotations.NullMarked;
