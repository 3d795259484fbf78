/** Fellegi–Sunter record linkage on columns: which records of a table are one, with what probability, and why. */
@NullMarked
package suluh.core.identity.linkage;

import org.jspecify.annotations.NullMarked;
