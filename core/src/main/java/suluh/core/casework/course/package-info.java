/** The course of a case after it was opened: markings, tasks, decisions, closing, retention. */
@NullMarked
package suluh.core.casework.course;

import org.jspecify.annotations.NullMarked;
