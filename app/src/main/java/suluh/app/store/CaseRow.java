package suluh.app.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A case as stored.
 *
 * @param id key in the database
 * @param number number that people use, such as {@code SU-2026-0001}
 */
public record CaseRow(
        int id,
        String number,
        String agency,
        String openedBy,
        Instant openedAt,
        String register,
        String offence,
        String authority,
        LocalDate checkedOn) {}
