package suluh.core.conversation.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.conversation.evaluation.Bootstrap.Interval;

/** Figures of one alarm as JSON, as {@code docs/formats/evaluation.md} describes them. */
public final class EvaluationReport {
    private EvaluationReport() {}

    /** Figures with intervals of 95 %. */
    public static JsonObject of(List<LabelledAlert> alerts, long seed) {
        Measures measures = Measures.of(alerts);
        Bootstrap bootstrap = new Bootstrap(alerts, seed);
        JsonObject.Builder figures = head(measures);
        if (measures.trueAlarmsWithCues() > 0) {
            figures.put(
                    "cuesToAlert",
                    JsonObject.builder()
                            .put("median", measures.medianCuesToAlert())
                            .put("byThird", figure(measures, bootstrap, Measures::byThirdOfAlarms))
                            .put("byThirdOfPositives", figure(measures, bootstrap, Measures::byThirdOfPositives))
                            .build());
        }
        return figures.put("precision", figure(measures, bootstrap, Measures::precision))
                .put("recall", figure(measures, bootstrap, Measures::recall))
                .put("f1", figure(measures, bootstrap, m -> m.f(1)))
                .put("f0.5", figure(measures, bootstrap, m -> m.f(0.5)))
                .put("f2", figure(measures, bootstrap, m -> m.f(2)))
                .put("latencyWeightedF1", figure(measures, bootstrap, Measures::latencyWeightedF1))
                .put("medianMessagesToAlert", figure(measures, bootstrap, EvaluationReport::medianWhereThereIsOne))
                .put("falseAlertsPer1000", figure(measures, bootstrap, Measures::falseAlertsPerThousand))
                .build();
    }

    private static JsonObject.Builder head(Measures measures) {
        return JsonObject.builder()
                .put("conversations", measures.conversations())
                .put("positives", measures.positives())
                .put("truePositives", measures.truePositives())
                .put("falsePositives", measures.falsePositives());
    }

    /** A resample without a true alarm has no median; it says nothing of when alarms come. */
    private static double medianWhereThereIsOne(Measures measures) {
        return measures.truePositives() == 0 ? Double.NaN : measures.medianFirstAlert();
    }

    private static JsonObject figure(Measures measures, Bootstrap bootstrap, ToDoubleFunction<Measures> figure) {
        Interval interval = bootstrap.interval(figure);
        return JsonObject.builder()
                .put("value", rounded(figure.applyAsDouble(measures)))
                .put(
                        "interval95",
                        JsonArray.of(List.of(
                                new JsonNumber(rounded(interval.low())), new JsonNumber(rounded(interval.high())))))
                .build();
    }

    /** Four decimals; what is no number is told as 0. */
    private static double rounded(double value) {
        return Double.isNaN(value) ? 0 : Math.round(value * 10_000) / 10_000.0;
    }
}
