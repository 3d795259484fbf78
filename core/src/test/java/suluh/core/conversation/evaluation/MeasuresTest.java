package suluh.core.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final List<LabelledAlert> FOUR = List.of(
            new LabelledAlert("en", true, true, 5, 9),
            new LabelledAlert("en", true, false, 0, 9),
            new LabelledAlert("ms", false, true, 2, 9),
            new LabelledAlert("ms", false, false, 0, 9));

    @Test
    void countsByHand() {
        Measures measures = Measures.of(FOUR);

        assertThat(measures.precision()).isEqualTo(0.5);
        assertThat(measures.recall()).isEqualTo(0.5);
        assertThat(measures.f(1)).isEqualTo(0.5);
        assertThat(measures.falseAlertsPerThousand()).isEqualTo(500);
        assertThat(measures.medianFirstAlert()).isEqualTo(5);
    }

    @Test
    void chargesNothingForAnAlarmAtOnceAndOneHalfAtTheMedianLength() {
        assertThat(Measures.penalty(1, 9)).isZero();
        assertThat(Measures.penalty(9, 9)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void weighsPrecisionMoreWithASmallBeta() {
        Measures precise = new Measures(10, 4, 1, 0, 1, 0);

        assertThat(precise.f(0.5)).isGreaterThan(precise.f(2));
    }

    /** Three true alarms with the second, third and fourth cue, one positive without an alarm, one false alarm. */
    @Test
    void countsAlarmsThatComeWithTheThirdCue() {
        Measures measures = Measures.of(List.of(
                new LabelledAlert("en", true, true, 5, 20, 2),
                new LabelledAlert("en", true, true, 9, 20, 3),
                new LabelledAlert("en", true, true, 14, 20, 4),
                new LabelledAlert("en", true, false, 0, 20, 0),
                new LabelledAlert("en", false, true, 3, 20, 0)));

        assertThat(measures.trueAlarmsWithCues()).isEqualTo(3);
        assertThat(measures.medianCuesToAlert()).isEqualTo(3);
        assertThat(measures.byThirdOfAlarms()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(measures.byThirdOfPositives()).isEqualTo(0.5);
        assertThat(Measures.of(FOUR).byThirdOfAlarms()).isZero();
    }

    @Test
    void resamplesTheSameForTheSameSeed() {
        Bootstrap.Interval first = new Bootstrap(FOUR, 7).interval(Measures::recall);

        assertThat(new Bootstrap(FOUR, 7).interval(Measures::recall)).isEqualTo(first);
        assertThat(first.low()).isLessThanOrEqualTo(0.5);
        assertThat(first.high()).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void holdsForNoConversation() {
        assertThat(Measures.of(List.of()).f(1)).isZero();
        assertThat(new Bootstrap(List.of(), 1).interval(Measures::recall)).isEqualTo(new Bootstrap.Interval(0, 0));
    }
}
