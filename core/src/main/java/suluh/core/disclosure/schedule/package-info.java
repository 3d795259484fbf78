/** Schedules of a case: exhibits, unused material, and who received what. */
@NullMarked
package suluh.core.disclosure.schedule;

import org.jspecify.annotations.NullMarked;
