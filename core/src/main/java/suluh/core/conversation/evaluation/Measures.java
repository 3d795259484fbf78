package suluh.core.conversation.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Measures of alarms against labels.
 *
 * <p>Latency-weighted F1 after Sadeque, Xu and Bethard (Measuring the latency of depression detection in social media,
 * WSDM 2018): F1 × (1 − median penalty of the true alarms), where an alarm at message k costs −1 + 2 / (1 + exp(−p(k −
 * 1))) and p is set so that an alarm at the median length of the positive conversations costs one half, as Vogt, Leser and
 * Akbik (Early Detection of Sexual Predators in Chats, ACL 2021) do.
 *
 * @param conversations all
 * @param positives labelled as needing a look
 * @param truePositives alarms among them
 * @param falsePositives alarms among the others
 * @param medianFirstAlert messages until the alarm, over true alarms; 0 when there is none
 * @param latencyWeightedF1 0 to 1
 * @param trueAlarmsWithCues true alarms whose labels mark single messages as cues; only these tell of cues
 * @param byThirdCue of them, those that came with the third cue or before
 * @param medianCuesToAlert cues up to and with the alarm, over them; 0 when there is none
 */
public record Measures(
        long conversations,
        long positives,
        long truePositives,
        long falsePositives,
        double medianFirstAlert,
        double latencyWeightedF1,
        long trueAlarmsWithCues,
        long byThirdCue,
        double medianCuesToAlert) {
    /** An alarm that waits for a fourth cue is late. */
    private static final int THIRD = 3;

    /** Measures of alarms whose labels mark no single messages. */
    public Measures(
            long conversations,
            long positives,
            long truePositives,
            long falsePositives,
            double medianFirstAlert,
            double latencyWeightedF1) {
        this(conversations, positives, truePositives, falsePositives, medianFirstAlert, latencyWeightedF1, 0, 0, 0);
    }

    /** Measures of these conversations. */
    public static Measures of(List<LabelledAlert> alerts) {
        long positives = 0;
        long truePositives = 0;
        long falsePositives = 0;
        for (LabelledAlert alert : alerts) {
            positives += alert.isPositive() ? 1 : 0;
            truePositives += alert.isPositive() && alert.isAlerted() ? 1 : 0;
            falsePositives += !alert.isPositive() && alert.isAlerted() ? 1 : 0;
        }
        double[] latencies = alerts.stream()
                .filter(alert -> alert.isPositive() && alert.isAlerted())
                .mapToDouble(LabelledAlert::firstAlertMessage)
                .toArray();
        double[] lengths = alerts.stream()
                .filter(LabelledAlert::isPositive)
                .mapToDouble(LabelledAlert::messages)
                .toArray();
        double latency = median(latencies);
        double speed = latencies.length == 0 ? 0 : 1 - penalty(latency, median(lengths));
        double[] cues = alerts.stream()
                .filter(alert -> alert.isPositive() && alert.cuesToAlert() > 0)
                .mapToDouble(LabelledAlert::cuesToAlert)
                .toArray();
        Measures plain = new Measures(alerts.size(), positives, truePositives, falsePositives, latency, 0);
        return new Measures(
                alerts.size(),
                positives,
                truePositives,
                falsePositives,
                latency,
                plain.f(1) * Math.max(0, speed),
                cues.length,
                Arrays.stream(cues).filter(count -> count <= THIRD).count(),
                median(cues));
    }

    /** Share of alarms that are right; 0 when there is no alarm. */
    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** Share of positives that raised an alarm. */
    public double recall() {
        return ratio(truePositives, positives);
    }

    /** Share of true alarms that came with the third cue or before; 0 when labels mark no cue. */
    public double byThirdOfAlarms() {
        return ratio(byThirdCue, trueAlarmsWithCues);
    }

    /** Share of positives, those without an alarm too, whose alarm came with the third cue or before. */
    public double byThirdOfPositives() {
        return ratio(byThirdCue, positives);
    }

    /** The F-measure that weighs recall {@code beta} times as much as precision. */
    public double f(double beta) {
        double squared = beta * beta;
        double below = squared * precision() + recall();
        return below == 0 ? 0 : (1 + squared) * precision() * recall() / below;
    }

    /** Alarms among a thousand conversations that are not labelled positive. */
    public double falseAlertsPerThousand() {
        return 1_000 * ratio(falsePositives, conversations - positives);
    }

    /** Cost of an alarm at message {@code k}, 0 to 1; one half at the median length. */
    static double penalty(double k, double medianLength) {
        double p = medianLength > 1 ? Math.log(3) / (medianLength - 1) : 1;
        return -1 + 2 / (1 + Math.exp(-p * (k - 1)));
    }

    static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
