/** What the doors of the server share: who acts, and a refusal on its way to whoever asked. */
@NullMarked
package suluh.app.door;

import org.jspecify.annotations.NullMarked;
