package suluh.core.conversation.learning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import suluh.core.canon.JsonObject;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationCode;
import suluh.core.conversation.evaluation.LabelledAlert;
import suluh.core.conversation.evaluation.Measures;
import suluh.core.conversation.learning.LogisticRegression.Example;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

/**
 * Trains a model on labelled assessments; refused without a model card (Mitchell and others, 2019) and a data statement
 * (Bender and Friedman, 2018).
 */
public final class ModelTraining {
    /** Fewer of one kind say nothing: a cross-validated figure of 30 moves by a tenth with three conversations. */
    public static final int MIN_OF_A_KIND = 30;

    private static final int FOLDS = 5;
    private static final double THRESHOLD = 0.5;
    private static final List<String> CARD_SECTIONS = List.of("intended use", "out of scope", "evaluation", "limits");
    private static final List<String> STATEMENT_SECTIONS =
            List.of("source and authority", "language variety", "people", "labelling");

    private final String card;
    private final String statement;
    private final List<Example> examples = new ArrayList<>();

    private ModelTraining(String card, String statement) {
        this.card = card;
        this.statement = statement;
    }

    /** A training with its two statements in Markdown, refused when one lacks a section. */
    public static Outcome<ModelTraining> begin(String card, String statement) {
        for (String section : CARD_SECTIONS) {
            if (!hasSection(card, section)) {
                return incomplete("The model card", section, CARD_SECTIONS);
            }
        }
        for (String section : STATEMENT_SECTIONS) {
            if (!hasSection(statement, section)) {
                return incomplete("The data statement", section, STATEMENT_SECTIONS);
            }
        }
        return Outcome.done(new ModelTraining(card, statement));
    }

    /** Adds a labelled conversation. */
    public void add(Assessment assessment, boolean isPositive) {
        examples.add(new Example(CueFeatures.of(assessment), isPositive));
    }

    /**
     * The model of all that was added.
     *
     * @param trainedOn digest of the labelled file
     * @param seed of the order in which conversations fall into the folds of the cross-validation
     */
    public Outcome<LearnedModel> finish(Sha256Digest trainedOn, long seed) {
        long positives = examples.stream().filter(Example::isPositive).count();
        if (positives < MIN_OF_A_KIND || examples.size() - positives < MIN_OF_A_KIND) {
            return Outcome.refused(
                    ConversationCode.TRAINING_TOO_SMALL,
                    "The file has " + positives + " conversations labelled grooming and "
                            + (examples.size() - positives) + " others; a training needs " + MIN_OF_A_KIND
                            + " of each.");
        }
        Measures measures = crossValidated(seed);
        int features = CueFeatures.names().size();
        double[] weights = LogisticRegression.fit(examples, features);
        return Outcome.done(LearnedModel.of(
                weights,
                JsonObject.builder()
                        .put(
                                "trainedOn",
                                JsonObject.builder()
                                        .put("sha256", trainedOn.hex())
                                        .put("conversations", examples.size())
                                        .put("positives", positives)
                                        .build())
                        .put(
                                "crossValidation",
                                JsonObject.builder()
                                        .put("folds", FOLDS)
                                        .put("threshold", THRESHOLD)
                                        .put("precision", rounded(measures.precision()))
                                        .put("recall", rounded(measures.recall()))
                                        .put("f1", rounded(measures.f(1)))
                                        .build())
                        .put("modelCard", statement(card))
                        .put("dataStatement", statement(statement))));
    }

    /** Measures where each conversation is judged by a model that did not see it. */
    private Measures crossValidated(long seed) {
        List<Example> shuffled = new ArrayList<>(examples);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Example moved = shuffled.get(i);
            int other = random.nextInt(i + 1);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, moved);
        }
        List<LabelledAlert> alerts = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> rest = new ArrayList<>();
            List<Example> judged = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % FOLDS == fold ? judged : rest).add(shuffled.get(i));
            }
            double[] weights = LogisticRegression.fit(rest, CueFeatures.names().size());
            for (Example example : judged) {
                boolean isAlerted = example.probability(weights) >= THRESHOLD;
                alerts.add(new LabelledAlert("", example.isPositive(), isAlerted, isAlerted ? 1 : 0, 1));
            }
        }
        return Measures.of(alerts);
    }

    private static JsonObject statement(String text) {
        return JsonObject.builder()
                .put(
                        "sha256",
                        Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex())
                .put("text", text)
                .build();
    }

    private static boolean hasSection(String text, String section) {
        return text.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .anyMatch(line ->
                        line.startsWith("#") && line.replace("#", "").strip().equals(section));
    }

    private static Outcome<ModelTraining> incomplete(String what, String section, List<String> needed) {
        return Outcome.refused(
                ConversationCode.STATEMENT_INCOMPLETE,
                what + " has no section \"" + section + "\". It needs the headings: " + String.join(", ", needed)
                        + ".");
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
