/** The rules of the house that a machine can check: docs/architecture.md, CONTRIBUTING.md. */
@NullMarked
package suluh.house;

import org.jspecify.annotations.NullMarked;
