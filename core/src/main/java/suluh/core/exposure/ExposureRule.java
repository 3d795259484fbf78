package suluh.core.exposure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import suluh.core.kernel.Refusal;

/** Decides whether a person may look once more: by number, by minutes, and by the pause that is due. */
public final class ExposureRule {
    private ExposureRule() {}

    /**
     * Why the person may not look now; empty when they may.
     *
     * @param today the person's looks of this day, oldest first
     */
    public static Optional<Refusal> objection(ExposureLimit limit, List<Look> today, Instant now) {
        if (today.size() >= limit.looksADay()) {
            return refusal(
                    ExposureCode.LOOKS_USED_UP,
                    "You have looked at " + today.size() + " pictures today; the agency's limit is " + limit.looksADay()
                            + ". Hand the rest to a colleague, or go on tomorrow.");
        }
        Duration shown = today.stream().map(Look::length).reduce(Duration.ZERO, Duration::plus);
        if (shown.compareTo(Duration.ofMinutes(limit.minutesADay())) >= 0) {
            return refusal(
                    ExposureCode.MINUTES_USED_UP,
                    "Pictures were shown to you for " + shown.toMinutes() + " minutes today; the agency's limit is "
                            + limit.minutesADay() + ". Hand the rest to a colleague, or go on tomorrow.");
        }
        return pause(limit, today, now);
    }

    private static Optional<Refusal> pause(ExposureLimit limit, List<Look> today, Instant now) {
        Duration pause = Duration.ofMinutes(limit.pauseMinutes());
        if (today.isEmpty() || stretch(today, pause) < limit.looksBeforePause()) {
            return Optional.empty();
        }
        Instant end = today.getLast().until().plus(pause);
        return now.isBefore(end)
                ? refusal(
                        ExposureCode.PAUSE_DUE,
                        "A pause is due after " + limit.looksBeforePause() + " pictures. You can look again in "
                                + (Duration.between(now, end).toMinutes() + 1) + " minutes.")
                : Optional.empty();
    }

    /** Looks since the last pause of that length. */
    private static int stretch(List<Look> today, Duration pause) {
        int count = 1;
        for (int i = today.size() - 1; i > 0; i--) {
            Duration gap =
                    Duration.between(today.get(i - 1).until(), today.get(i).from());
            if (gap.compareTo(pause) >= 0) {
                return count;
            }
            count++;
        }
        return count;
    }

    private static Optional<Refusal> refusal(ExposureCode code, String message) {
        return Optional.of(Refusal.of(code, message));
    }
}
