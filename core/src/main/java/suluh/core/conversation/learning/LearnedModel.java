package suluh.core.conversation.learning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationCode;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

/**
 * Weights that an agency learned from its own closed cases, with the statements that say what they are good for.
 *
 * <p>Its probability stands beside the published score; it changes no band and hides no cue.
 */
public final class LearnedModel {
    public static final String FORMAT = "suluh-learned/1";

    private static final int ID_DIGITS = 12;

    private final double[] weights;
    private final JsonObject json;

    private LearnedModel(double[] weights, JsonObject json) {
        this.weights = weights;
        this.json = json;
    }

    static LearnedModel of(double[] weights, JsonObject.Builder rest) {
        List<JsonValue> features = new ArrayList<>();
        List<String> names = CueFeatures.names();
        StringBuilder identity = new StringBuilder();
        for (int i = 0; i < weights.length; i++) {
            String name = i < names.size() ? names.get(i) : "bias";
            double rounded = Math.round(weights[i] * 1e6) / 1e6;
            weights[i] = rounded;
            identity.append(name).append('=').append(rounded).append('\n');
            features.add(JsonObject.builder()
                    .put("name", name)
                    .put("weight", rounded)
                    .build());
        }
        String id = Sha256Digest.of(identity.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, ID_DIGITS);
        return new LearnedModel(
                weights,
                rest.put("format", FORMAT)
                        .put("model", "learned-" + id)
                        .put("weights", JsonArray.of(features))
                        .build());
    }

    /** The model of a file, or why it is none. */
    public static Outcome<LearnedModel> parse(byte[] bytes) {
        JsonObject json;
        try {
            json = JsonParser.parseObject(bytes);
        } catch (JsonSyntaxException e) {
            return unreadable("it is no JSON");
        }
        if (!json.text("format").orElse("").equals(FORMAT)) {
            return unreadable("its format is not " + FORMAT);
        }
        List<String> names = new ArrayList<>(CueFeatures.names());
        names.add("bias");
        if (!(json.member("weights").orElse(null) instanceof JsonArray array)
                || array.values().size() != names.size()) {
            return unreadable("it has not the " + names.size() + " weights of this version");
        }
        double[] weights = new double[names.size()];
        for (int i = 0; i < weights.length; i++) {
            if (!(array.values().get(i) instanceof JsonObject feature)
                    || !feature.text("name").orElse("").equals(names.get(i))
                    || !(feature.member("weight").orElse(null) instanceof JsonNumber weight)) {
                return unreadable("weight " + (i + 1) + " is not that of " + names.get(i));
            }
            weights[i] = weight.value();
        }
        return Outcome.done(new LearnedModel(weights, json));
    }

    /** Name of the model: {@code learned-} and the beginning of the digest of its weights. */
    public String name() {
        return json.text("model").orElse("learned");
    }

    /** Probability that a conversation is of the positive kind of its training, four decimals. */
    public double score(Assessment assessment) {
        return Math.round(10_000 * LogisticRegression.probability(CueFeatures.of(assessment), weights)) / 10_000.0;
    }

    /** The model as the bytes of its file. */
    public byte[] bytes() {
        return CanonicalJson.indented(json).getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome<LearnedModel> unreadable(String what) {
        return Outcome.refused(
                ConversationCode.MODEL_UNREADABLE,
                "This is no learned model: " + what + ". Train it again with this version of Suluh.");
    }
}
