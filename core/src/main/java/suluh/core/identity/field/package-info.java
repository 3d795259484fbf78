/** Kinds of fields of a record: comparable forms, degrees of agreement, what records share to be compared. */
@NullMarked
package suluh.core.identity.field;

import org.jspecify.annotations.NullMarked;
