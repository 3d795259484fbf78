package suluh.core.casework;

import java.time.LocalDate;

/**
 * Proof that a case may be worked on: an offence and an authority, both found in force on a day.
 *
 * @param registerVersion version of the register that was asked
 * @param offence offence cited
 * @param authority power relied on
 * @param checkedOn day for which it was checked
 */
public record Mandate(String registerVersion, Offence offence, Authority authority, LocalDate checkedOn) {}
