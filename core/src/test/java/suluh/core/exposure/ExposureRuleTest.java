package suluh.core.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExposureRuleTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");
    private static final ExposureLimit LIMIT = new ExposureLimit(6, 10, 3, 15);

    @Test
    void allowsTheFirstLook() {
        assertThat(ExposureRule.objection(LIMIT, List.of(), MORNING)).isEmpty();
    }

    @Test
    void endsTheDayAfterSoManyLooks() {
        List<Look> six = looks(6, Duration.ofMinutes(30), Duration.ofSeconds(20));

        assertThat(code(six, MORNING.plus(Duration.ofHours(8)))).isEqualTo(ExposureCode.LOOKS_USED_UP);
    }

    @Test
    void endsTheDayAfterSoManyMinutes() {
        List<Look> lengthy = looks(2, Duration.ofMinutes(30), Duration.ofMinutes(5));

        assertThat(code(lengthy, MORNING.plus(Duration.ofHours(8)))).isEqualTo(ExposureCode.MINUTES_USED_UP);
    }

    @Test
    void asksForAPauseAfterAStretchAndEndsItAfterItsMinutes() {
        List<Look> three = looks(3, Duration.ofMinutes(2), Duration.ofSeconds(20));
        Instant end = three.getLast().until();

        assertThat(code(three, end.plus(Duration.ofMinutes(14)))).isEqualTo(ExposureCode.PAUSE_DUE);
        assertThat(code(three, end.plus(Duration.ofMinutes(15)))).isEqualTo("may look");
    }

    @Test
    void beginsAnewStretchAfterAPause() {
        List<Look> apart = looks(3, Duration.ofMinutes(20), Duration.ofSeconds(20));

        assertThat(code(apart, apart.getLast().until().plusSeconds(1))).isEqualTo("may look");
    }

    @Test
    void refusesFiguresThatAreNoLimit() {
        assertThatThrownBy(() -> new ExposureLimit(-1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExposureLimit(1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ExposureLimit.isValid(5_000, 1, 1, 1)).isFalse();
    }

    private static List<Look> looks(int count, Duration apart, Duration length) {
        return IntStream.range(0, count)
                .mapToObj(i -> MORNING.plus(apart.multipliedBy(i)))
                .map(from -> new Look(from, from.plus(length)))
                .toList();
    }

    private static Object code(List<Look> today, Instant now) {
        return ExposureRule.objection(LIMIT, today, now)
                .<Object>map(refusal -> refusal.code())
                .orElse("may look");
    }
}
