package suluh.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNull;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.identity.field.Field;
import suluh.core.identity.linkage.Clusters;
import suluh.core.identity.linkage.Linkage;
import suluh.core.identity.linkage.LinkageModel;
import suluh.core.identity.linkage.PairMetrics;

/** What a linkage learnt and how good it is, for people and for machines. */
final class ResolveReport {
    private static final String FORMAT = "suluh-resolve-report/1";
    private static final int MAX_CUT_LINKS = 1_000;

    private ResolveReport() {}

    /** The report of {@code docs/formats/resolve.md}. */
    static JsonObject json(Linkage linkage) {
        List<Field> fields = linkage.table().fields();
        List<JsonObject> learnt = new ArrayList<>();
        for (int column = 0; column < fields.size(); column++) {
            learnt.add(field(linkage.model(), fields.get(column), column));
        }
        return JsonObject.builder()
                .put("format", FORMAT)
                .put("records", linkage.table().size())
                .put("allPairs", linkage.table().pairs())
                .put("comparedPairs", linkage.compared())
                .put("oversizedBlocks", linkage.oversizedBlocks())
                .put("pairsInOversizedBlocks", linkage.pairsInOversized())
                .put("blockingRecall", new JsonNumber(linkage.blockingRecall()))
                .put(
                        "keys",
                        JsonArray.of(linkage.keys().stream()
                                .map(key -> new JsonString(key.describe(fields)))
                                .toList()))
                .put("prior", new JsonNumber(linkage.model().prior()))
                .put("relatedPrior", new JsonNumber(linkage.model().relatedPrior()))
                .put("fields", JsonArray.of(learnt))
                .put("clusters", linkage.clusters().count())
                .put(
                        "cutLinks",
                        JsonArray.of(linkage.clusters().cut().stream()
                                .limit(MAX_CUT_LINKS)
                                .map(cut -> cut(linkage, cut))
                                .toList()))
                .build();
    }

    private static JsonObject field(LinkageModel model, Field field, int column) {
        List<JsonObject> levels = new ArrayList<>();
        for (int level = 1; level <= field.type().levels(); level++) {
            levels.add(JsonObject.builder()
                    .put("agreement", field.type().levelName(level))
                    .put("amongTrue", new JsonNumber(model.matching(column, level)))
                    .put("amongOthers", new JsonNumber(model.other(column, level)))
                    .put("bits", new JsonNumber(model.weight(column, level)))
                    .build());
        }
        return JsonObject.builder()
                .put("column", field.column())
                .put("type", field.type().wire())
                .put("levels", JsonArray.of(levels))
                .build();
    }

    private static JsonObject cut(Linkage linkage, Clusters.CutLink cut) {
        boolean tooLarge = Double.isNaN(cut.meanLogOdds());
        return JsonObject.builder()
                .put("a", linkage.table().id(cut.a()))
                .put("b", linkage.table().id(cut.b()))
                .put("bits", new JsonNumber(cut.logOdds()))
                .put("meanBitsOfGroups", tooLarge ? JsonNull.NULL : new JsonNumber(cut.meanLogOdds()))
                .build();
    }

    /** Quality as lines for a person. */
    static String quality(PairMetrics metrics, Linkage linkage) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "precision %.4f  recall %.4f  F1 %.4f  (pairs: %d true, %d found, %d of them right)%n",
                metrics.precision(),
                metrics.recall(),
                metrics.f1(),
                metrics.truePairs(),
                metrics.foundPairs(),
                metrics.rightPairs()));
        text.append(String.format(
                Locale.ROOT,
                "compared %d of %d pairs; share of true pairs that met in a block, estimated: %.4f%n",
                linkage.compared(),
                linkage.table().pairs(),
                linkage.blockingRecall()));
        text.append(String.format(Locale.ROOT, "calibration error %.4f%n", metrics.calibrationError()));
        text.append("probability    pairs  mean said  share true\n");
        for (int bin = 0; bin < metrics.reliability().size(); bin++) {
            PairMetrics.Bin one = metrics.reliability().get(bin);
            if (one.pairs() > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "%.1f to %.1f  %8d     %.4f      %.4f%n",
                        bin / 10.0,
                        (bin + 1) / 10.0,
                        one.pairs(),
                        one.meanProbability(),
                        one.trueShare()));
            }
        }
        return text.toString();
    }
}
