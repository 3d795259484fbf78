package suluh.app.store;

import java.time.Instant;
import java.time.ZoneOffset;

/** What was told of clocks that run out, so that each is told once. */
public final class ClockStore {
    private final Database database;

    public ClockStore(Database database) {
        this.database = database;
    }

    /**
     * What a clock measures: for whom, of what, and until when.
     *
     * @param caseNumber the case, or empty outside any
     * @param subject request, complaint or authority
     * @param clock code of the clock in the register, or {@code authority}
     */
    public record RunningClock(String agency, String caseNumber, String subject, String clock, Instant endsAt) {}

    /** Notes that the agency is told; false when it was told before. */
    public boolean note(RunningClock clock, boolean hasEnded, Instant at) {
        return database.inScope(
                        Scope.CLOCKS,
                        () -> database.jdbc()
                                .sql("INSERT INTO clock_alarm"
                                        + " (agency, case_number, subject, clock, ends_at, has_ended, raised_at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                                .params(
                                        clock.agency(),
                                        clock.caseNumber(),
                                        clock.subject(),
                                        clock.clock(),
                                        clock.endsAt().atOffset(ZoneOffset.UTC),
                                        hasEnded,
                                        at.atOffset(ZoneOffset.UTC))
                                .update())
                == 1;
    }

    /** The highest id that a case may have; ids begin at 1 and some may be missing. */
    public int lastCaseId() {
        return database.inTransaction(() -> database.jdbc()
                .sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM case_id_seq")
                .query(Integer.class)
                .single());
    }
}
