package suluh.core.casework.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void putsTheHeaviestReasonFirstAndSaysWhy() {
        List<Pile> piles = List.of(
                pile("many", 9, 0, 0, 0, null),
                pile("overdue", 1, 0, 0, 0, NOW.minusSeconds(1)),
                pile("child", 1, 0, 0, 1, null),
                pile("danger-seen", 1, 0, 1, 0, null),
                pile("danger", 1, 1, 1, 0, null));

        assertThat(InboxOrder.of(piles, NOW))
                .extracting(placed -> placed.pile().key())
                .containsExactly("danger", "danger-seen", "overdue", "child", "many");
        assertThat(InboxOrder.of(piles, NOW).getFirst().reasons())
                .containsExactly(InboxReason.DANGER_WAITING, InboxReason.DANGER);
    }

    @Test
    void countsReportersThenAgeAmongEqualReasons() {
        Pile three = pile("three", 3, 0, 0, 0, null);
        Pile two = pile("two", 2, 0, 0, 0, null);

        assertThat(InboxOrder.of(List.of(two, three), NOW))
                .extracting(placed -> placed.pile().key())
                .containsExactly("three", "two");
    }

    @Test
    void doesNotDependOnTheOrderGiven() {
        List<Pile> piles = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            piles.add(pile("p" + i, 1 + i % 3, i % 5 == 0 ? 1 : 0, i % 4 == 0 ? 1 : 0, i % 2, null));
        }
        var expected = InboxOrder.of(piles, NOW);
        Collections.shuffle(piles, new Random(11));

        assertThat(InboxOrder.of(piles, NOW)).isEqualTo(expected);
    }

    private static Pile pile(String key, int reporters, int waiting, int danger, int children, @Nullable Instant due) {
        return new Pile(key, List.of("C"), reporters, waiting, danger, children, NOW.minusSeconds(99), due, false);
    }
}
