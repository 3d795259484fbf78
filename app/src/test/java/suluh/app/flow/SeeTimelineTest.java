package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.SeeTimeline.Bar;
import suluh.app.flow.SeeTimeline.Timeline;

class SeeTimelineTest {
    private static final Map<String, Long> SUMS = Map.of(
            "0000 telegram", 3L,
            "2019-12-31 telegram", 5L,
            "2020-01-01 telegram", 7L,
            "2020-01-01 whatsapp", 11L,
            "2024-02-29 whatsapp", 13L);

    @Test
    void countsEveryDatedMessageOnceAndTheOthersApart() {
        Timeline whole = SeeTimeline.timeline(SUMS, Optional.empty(), Optional.empty());

        assertThat(whole.bars().stream().mapToLong(Bar::messages).sum()).isEqualTo(36);
        assertThat(whole.undated()).isEqualTo(3);
        assertThat(whole.platforms()).containsExactly("telegram", "whatsapp");
        assertThat(whole.bars().getFirst().label()).isEqualTo("2019-12");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, 2020-01-01, 2, 23, true",
        "2020-01-01, 2020-12-31, 12, 18, false",
        "1990-01-01, 2024-12-31, 35, 36, false",
        "2020-01-01, 2019-01-01, 50, 31, false",
    })
    void opensFromYearsToMonthsToDays(LocalDate from, LocalDate until, int bars, long messages, boolean isDay) {
        Timeline part = SeeTimeline.timeline(SUMS, Optional.of(from), Optional.of(until));

        assertThat(part.bars()).hasSize(bars);
        assertThat(part.bars().stream().mapToLong(Bar::messages).sum()).isEqualTo(messages);
        assertThat(part.bars().getFirst().isDay()).isEqualTo(isDay);
    }

    @Test
    void aCaseWithoutDatesHasNoBars() {
        Timeline none = SeeTimeline.timeline(Map.of("0000 web", 2L), Optional.empty(), Optional.empty());

        assertThat(none.bars()).isEmpty();
        assertThat(none.undated()).isEqualTo(2);
    }

    @Test
    void daysFarAwayMakeFewBarsAndLeadBackToWhatIsThere() {
        Timeline far =
                SeeTimeline.timeline(SUMS, Optional.of(LocalDate.of(1, 1, 1)), Optional.of(LocalDate.of(9999, 12, 31)));

        assertThat(far.bars()).hasSize(100);
        assertThat(far.bars().stream().mapToLong(Bar::messages).sum()).isEqualTo(36);
        assertThat(far.hasEarlier()).isFalse();
        assertThat(far.hasLater()).isFalse();
    }

    @Test
    void leadsToEarlierAndLaterDaysThatHaveMessages() {
        Timeline part = SeeTimeline.timeline(
                SUMS, Optional.of(LocalDate.of(2020, 1, 1)), Optional.of(LocalDate.of(2020, 12, 31)));

        assertThat(part.hasEarlier()).isTrue();
        assertThat(part.hasLater()).isTrue();
    }
}
