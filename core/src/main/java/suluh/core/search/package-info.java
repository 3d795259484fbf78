/** Search over messages and names: terms of a text, lists of numbers, queries, likeness of names. */
@NullMarked
package suluh.core.search;

import org.jspecify.annotations.NullMarked;
