package suluh.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTest {
    @Test
    void putsTheWeightiestReasonFirstAndLeavesOutWhatCountsNothing() {
        Lead lead = Lead.of(
                "a",
                List.of(
                        reason(Reason.Code.PUBLISHES_CONTACTS, 3),
                        reason(Reason.Code.LOOK_NOW_CONVERSATIONS, 1),
                        reason(Reason.Code.ADMINISTERS_GROUPS, 0)));

        assertThat(lead.reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.Code.LOOK_NOW_CONVERSATIONS, Reason.Code.PUBLISHES_CONTACTS);
        assertThat(lead.priority()).isEqualTo(5 + 0.5 * 2);
    }

    @Test
    void ordersByPriorityThenKey() {
        Lead first = Lead.of("b", List.of(reason(Reason.Code.LOOK_NOW_CONVERSATIONS, 2)));
        Lead second = Lead.of("a", List.of(reason(Reason.Code.LOOK_NOW_CONVERSATIONS, 1)));
        Lead third = Lead.of("c", List.of(reason(Reason.Code.LOOK_NOW_CONVERSATIONS, 1)));

        assertThat(List.of(third, second, first).stream().sorted()).containsExactly(first, second, third);
    }

    private static Reason reason(Reason.Code code, long figure) {
        return new Reason(code, figure, List.of());
    }
}
