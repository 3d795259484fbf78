@NullMarked
package suluh.core.timestamp;

import org.jspecify.annotations.NullMarked;
