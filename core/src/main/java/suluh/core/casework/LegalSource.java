package suluh.core.casework;

import java.time.LocalDate;

/**
 * Where a register entry was read, and whether somebody has checked it against the text of the law.
 *
 * @param citation law and section
 * @param readOn day it was read
 * @param verified false while the entry rests on a secondary source or on memory; screens show that
 */
public record LegalSource(String citation, LocalDate readOn, boolean verified) {}
