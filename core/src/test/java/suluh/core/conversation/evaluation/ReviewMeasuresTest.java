package suluh.core.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReviewMeasuresTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void countsFalseAlertsForEachOfficerHour() {
        ReviewMeasures measures = ReviewMeasures.of(List.of(
                verdict(1, "a", 0, Verdict.CONCERN, "look-now", 1_800),
                verdict(2, "a", 1, Verdict.NO_CONCERN, "look-now", 1_200),
                verdict(3, "b", 2, Verdict.NO_CONCERN, "look", 600)));

        assertThat(measures.hours()).isEqualTo(1);
        assertThat(measures.falseAlertsPerHour()).isEqualTo(1);
        assertThat(measures.lookNow()).isEqualTo(new ReviewMeasures.Share(1, 2));
        assertThat(measures.look()).isEqualTo(new ReviewMeasures.Share(0, 1));
    }

    @Test
    void takesTheLatestVerdictOfAPersonAndTheTimeOfAll() {
        ReviewMeasures measures = ReviewMeasures.of(List.of(
                verdict(1, "a", 5, Verdict.CONCERN, "look-now", 60),
                verdict(1, "a", 1, Verdict.NO_CONCERN, "look-now", 120)));

        assertThat(measures.lookNow()).isEqualTo(new ReviewMeasures.Share(1, 1));
        assertThat(measures.hours()).isEqualTo(180 / 3_600.0);
        assertThat(measures.agreement().whole()).isZero();
    }

    /** Worked by hand: 2 of 3 pairs agree; said are 3 concern and 3 no concern, so that chance alone gives one half. */
    @Test
    void tellsAgreementBeyondChance() {
        ReviewMeasures measures = ReviewMeasures.of(List.of(
                verdict(1, "a", 0, Verdict.CONCERN, "look-now", 0),
                verdict(1, "b", 1, Verdict.CONCERN, "look-now", 0),
                verdict(2, "a", 2, Verdict.NO_CONCERN, "look-now", 0),
                verdict(2, "b", 3, Verdict.NO_CONCERN, "look-now", 0),
                verdict(3, "a", 4, Verdict.CONCERN, "look-now", 0),
                verdict(3, "b", 5, Verdict.NO_CONCERN, "look-now", 0)));

        assertThat(measures.agreement()).isEqualTo(new ReviewMeasures.Share(2, 3));
        assertThat(measures.scottsPi()).isCloseTo(1 / 3.0, within(1e-12));
    }

    /** Wilson (1927) for 8 of 10: 0.4902 to 0.9433. */
    @Test
    void givesTheIntervalOfWilson() {
        ReviewMeasures.Share share = new ReviewMeasures.Share(8, 10);

        assertThat(share.low()).isCloseTo(0.4902, within(5e-5));
        assertThat(share.high()).isCloseTo(0.9433, within(5e-5));
        assertThat(new ReviewMeasures.Share(0, 0).high()).isEqualTo(1);
    }

    @Test
    void seesThatAWeekDiffersFromThoseBefore() {
        List<GivenVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            verdicts.add(verdict(1 + i, "a", i, Verdict.CONCERN, "look-now", 0));
            verdicts.add(verdict(101 + i, "a", 7 * 24 + i, Verdict.NO_CONCERN, "look-now", 0));
        }

        List<ReviewMeasures.Week> weeks = ReviewMeasures.of(verdicts).weeks();

        assertThat(weeks).extracting(ReviewMeasures.Week::name).containsExactly("2026-W48", "2026-W49");
        assertThat(weeks).extracting(ReviewMeasures.Week::isDrift).containsExactly(false, true);
        assertThat(ReviewMeasures.of(verdicts.subList(0, 6)).weeks()).noneMatch(ReviewMeasures.Week::isDrift);
    }

    @Test
    void doesNotDependOnTheOrderInWhichVerdictsCome() {
        List<GivenVerdict> verdicts = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            verdicts.add(verdict(
                    1 + random.nextInt(40),
                    random.nextBoolean() ? "a" : "b",
                    i,
                    List.of(Verdict.CONCERN, Verdict.NO_CONCERN, Verdict.UNCLEAR)
                            .get(random.nextInt(3)),
                    random.nextBoolean() ? "look-now" : "look",
                    random.nextInt(600)));
        }
        ReviewMeasures measures = ReviewMeasures.of(verdicts);

        Collections.shuffle(verdicts, random);

        assertThat(ReviewMeasures.of(verdicts)).isEqualTo(measures);
    }

    private static GivenVerdict verdict(
            int conversation, String person, int hours, Verdict verdict, String band, long seconds) {
        return new GivenVerdict(conversation, person, MONDAY.plus(Duration.ofHours(hours)), verdict, band, seconds);
    }
}
