package suluh.core.disclosure;

import java.time.Instant;
import suluh.core.casework.Mandate;

/**
 * What a report says of the case before any finding.
 *
 * @param caseNumber number of the case
 * @param mandate offence and authority
 * @param agency name of the agency that made it
 * @param madeAt moment of making
 * @param tool name and version of the program
 */
public record ReportHeading(String caseNumber, Mandate mandate, String agency, Instant madeAt, String tool) {}
