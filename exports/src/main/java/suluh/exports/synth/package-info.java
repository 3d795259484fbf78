/** Writes a synthetic probe: exports of invented people in real platform formats, with the truth about them. */
@NullMarked
package suluh.exports.synth;

import org.jspecify.annotations.NullMarked;
