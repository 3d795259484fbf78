package suluh.core.conversation.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals over resampled conversations (Efron and Tibshirani, 1993, chapter 13).
 *
 * <p>Conversations are drawn with replacement; the same seed gives the same interval. An interval says how much a figure
 * would move with other conversations of the same kind; it says nothing of conversations of another kind.
 */
public final class Bootstrap {
    /** Enough for two decimals of a 95 % interval. */
    public static final int RESAMPLES = 1_000;

    private static final double TAIL = 0.025;

    private final List<Measures> resampled = new ArrayList<>(RESAMPLES);

    /** Resamples these conversations. */
    public Bootstrap(List<LabelledAlert> alerts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < RESAMPLES && !alerts.isEmpty(); i++) {
            List<LabelledAlert> drawn = new ArrayList<>(alerts.size());
            for (int j = 0; j < alerts.size(); j++) {
                drawn.add(alerts.get(random.nextInt(alerts.size())));
            }
            resampled.add(Measures.of(drawn));
        }
    }

    /** The middle 95 % of a figure, over the resamples in which it is a number; 0 to 0 when it is in none. */
    public Interval interval(ToDoubleFunction<Measures> figure) {
        double[] values = resampled.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        Arrays.sort(values);
        return values.length == 0
                ? new Interval(0, 0)
                : new Interval(values[(int) (TAIL * values.length)], values[(int) ((1 - TAIL) * values.length) - 1]);
    }

    /** Lower and upper end. */
    public record Interval(double low, double high) {}
}
