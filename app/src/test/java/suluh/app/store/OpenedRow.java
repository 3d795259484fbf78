package suluh.app.store;

import java.time.Instant;
import java.time.LocalDate;
import suluh.core.casework.Authority;
import suluh.core.casework.LegalSource;
import suluh.core.casework.Mandate;
import suluh.core.casework.Offence;
import suluh.core.casework.Wording;

/** The row of a case that was opened, for tests that write beside it. */
final class OpenedRow {
    private OpenedRow() {}

    /** Opens a case; gives its number in the database. */
    static int of(Database database) {
        LegalSource law = new LegalSource("Act 1", LocalDate.of(2026, 1, 1), true);
        Mandate mandate = new Mandate(
                "test",
                new Offence("O", Wording.same("o"), law),
                new Authority("A", Wording.same("a"), LocalDate.of(2026, 1, 1), null, law),
                LocalDate.of(2026, 1, 2));
        CaseStore cases = new CaseStore(database);
        int id = cases.nextId();
        database.inCase(id, () -> {
            cases.open(id, "d11", "p-1", Instant.parse("2026-11-24T00:00:00Z"), mandate);
            return true;
        });
        return id;
    }
}
