/** The report of a case for a court: summary, findings, picture, times, method, glossary; in Malay and English. */
@NullMarked
package suluh.core.disclosure.report;

import org.jspecify.annotations.NullMarked;
