package suluh.core.casework.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;

class CaseStandingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void letsTheSecondOfTwoWritersLookAgain() {
        CaseStanding seen = CaseStanding.FRESH;
        CaseStanding changed = seen.marked(Sensitivity.SENSITIVE, true);

        assertThat(seen.at(0)).isEqualTo(Outcome.done(seen));
        assertThat(code(changed.at(0))).isEqualTo(CaseworkCode.CHANGED_SINCE);
    }

    @Test
    void keepsAClosedCaseToItsLastDay() {
        CaseStanding closed = CaseStanding.FRESH.closed(NOW, LocalDate.of(2026, 12, 31));

        assertThat(code(CaseStanding.FRESH.purgeable(LocalDate.of(2026, 11, 25))))
                .isEqualTo(CaseworkCode.RETENTION_RUNS);
        assertThat(code(closed.purgeable(LocalDate.parse("2026-12-31")))).isEqualTo(CaseworkCode.RETENTION_RUNS);
        assertThat(code(closed.purgeable(LocalDate.parse("2027-01-01")))).isEqualTo("done");
        assertThat(code(closed.reopened().purgeable(LocalDate.parse("2099-01-01"))))
                .isEqualTo(CaseworkCode.RETENTION_RUNS);
    }

    @Test
    void tellsReportersNothingOfARestrictedOrSilentCase() {
        assertThat(CaseStanding.FRESH.mayTellReporters()).isTrue();
        assertThat(CaseStanding.FRESH.marked(Sensitivity.RESTRICTED, false).mayTellReporters())
                .isFalse();
        assertThat(CaseStanding.FRESH.marked(Sensitivity.NORMAL, true).mayTellReporters())
                .isFalse();
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
