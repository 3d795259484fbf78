package suluh.core.casework.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import suluh.core.casework.request.Reconciliation.Verdict;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetKind;

class ReconciliationTest {
    private static final Target ONE = new Target(TargetKind.ACCOUNT, "telegram", "t.me/one", "one");
    private static final Target TWO = new Target(TargetKind.ACCOUNT, "telegram", "t.me/two", "two");
    private static final Asked ASKED = new Asked(
            List.of(ONE, TWO),
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-03-31"),
            Set.of(RecordType.MESSAGES, RecordType.SUBSCRIBER));

    @Test
    void saysForEachAccountAndKindWhetherItCame() {
        Reconciliation result = Reconciliation.of(
                ASKED,
                List.of(
                        received(ONE, RecordType.MESSAGES, "2026-01-02T00:00:00Z", "2026-03-31T10:00:00Z"),
                        received(ONE, RecordType.SUBSCRIBER, null, null),
                        received(TWO, RecordType.MESSAGES, "2026-02-01T00:00:00Z", "2026-03-30T00:00:00Z")));

        assertThat(result.lines())
                .extracting(line -> line.target() + " " + line.type() + " " + line.verdict() + " " + line.missingDays())
                .containsExactly(
                        ONE.key() + " SUBSCRIBER RECEIVED 0",
                        ONE.key() + " MESSAGES RECEIVED 0",
                        TWO.key() + " SUBSCRIBER MISSING 0",
                        TWO.key() + " MESSAGES SHORTER 31");
        assertThat(result.isComplete()).isFalse();
        assertThat(result.count(Verdict.MISSING)).isEqualTo(1);
    }

    @Test
    void flagsWhatNobodyAskedFor() {
        Reconciliation result = Reconciliation.of(
                ASKED,
                List.of(
                        received(ONE, RecordType.MESSAGES, "2025-06-01T00:00:00Z", "2026-03-31T00:00:00Z"),
                        new Received("account:telegram:t.me/other", RecordType.MESSAGES, 3, null, null)));

        assertThat(result.lines().get(1).verdict()).isEqualTo(Verdict.BEYOND);
        assertThat(result.unasked()).containsExactly("account:telegram:t.me/other");
    }

    @Test
    void addsUpTheFilesOfAProductionInAnyOrder() {
        Received early = received(ONE, RecordType.MESSAGES, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
        Received late = received(ONE, RecordType.MESSAGES, "2026-02-01T00:00:00Z", "2026-03-31T00:00:00Z");

        Reconciliation forward = Reconciliation.of(ASKED, List.of(early, late));

        assertThat(forward).isEqualTo(Reconciliation.of(ASKED, List.of(late, early)));
        assertThat(forward.lines().get(1)).satisfies(line -> {
            assertThat(line.records()).isEqualTo(20);
            assertThat(line.verdict()).isEqualTo(Verdict.RECEIVED);
        });
    }

    private static Received received(Target target, RecordType type, @Nullable String first, @Nullable String last) {
        return new Received(
                target.key(),
                type,
                10,
                first == null ? null : Instant.parse(first),
                last == null ? null : Instant.parse(last));
    }
}
