package suluh.core.disclosure.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void takesEverythingWhenNothingNarrowsIt() {
        assertThat(Selection.WHOLE_CASE.isWholeCase()).isTrue();
        assertThat(Selection.WHOLE_CASE.takes("x:1", Set.of())).isTrue();
        assertThat(Selection.WHOLE_CASE.isWithin(NOON)).isTrue();
    }

    @Test
    void takesNamedConversationsAndThoseOfNamedAccounts() {
        Selection selection = new Selection(new TreeSet<>(Set.of("x:1")), new TreeSet<>(Set.of("x:a")), null, null);

        assertThat(selection.takes("x:1", Set.of())).isTrue();
        assertThat(selection.takes("x:2", Set.of("x:b", "x:a"))).isTrue();
        assertThat(selection.takes("x:3", Set.of("x:b"))).isFalse();
    }

    @Test
    void endsBeforeItsLastInstant() {
        Selection selection = new Selection(new TreeSet<>(), new TreeSet<>(), NOON, NOON.plusSeconds(60));

        assertThat(selection.isWithin(NOON)).isTrue();
        assertThat(selection.isWithin(NOON.plusSeconds(60))).isFalse();
        assertThat(selection.isWithin(NOON.minusSeconds(1))).isFalse();
        assertThatThrownBy(() -> new Selection(new TreeSet<>(), new TreeSet<>(), NOON, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
