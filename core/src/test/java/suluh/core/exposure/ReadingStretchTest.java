package suluh.core.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a pause is suggested to somebody who reads. */
class ReadingStretchTest {
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

    private static ReadingStretch minutes(int... minutes) {
        List<Instant> looks = IntStream.of(minutes)
                .mapToObj(minute -> MORNING.plus(Duration.ofMinutes(minute)))
                .toList();
        return ReadingStretch.of(looks, PAUSE);
    }

    @Test
    void nobodyWhoHasNotReadNeedsAPause() {
        assertThat(minutes().isPauseDue()).isFalse();
        assertThat(minutes(0)).isEqualTo(new ReadingStretch(1, Duration.ZERO));
    }

    @Test
    void threeQuartersOfAnHourWithoutAPauseAreLong() {
        assertThat(minutes(0, 10, 20, 32, 44).isPauseDue()).isFalse();
        assertThat(minutes(0, 10, 20, 32, 45).isPauseDue()).isTrue();
    }

    @Test
    void aPauseBeginsTheStretchAnew() {
        assertThat(minutes(0, 10, 20, 30, 45, 60)).isEqualTo(new ReadingStretch(6, Duration.ZERO));
        assertThat(minutes(0, 14, 28, 42, 56).length()).isEqualTo(Duration.ofMinutes(56));
    }
}
