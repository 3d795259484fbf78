package suluh.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNull;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.learning.LearnedModel;

/** An assessment as the JSON line of {@code docs/formats/assessment.md}. */
final class AssessmentLine {
    private AssessmentLine() {}

    static String of(String conversation, Assessment assessment, @Nullable LearnedModel learned) {
        JsonObject.Builder line = JsonObject.builder()
                .put("conversation", conversation)
                .put("score", assessment.score())
                .put("band", assessment.band().wire())
                .put("firstAlert", indexOrNull(assessment.firstAlert()))
                .put("firstLook", indexOrNull(assessment.firstLook()))
                .put(
                        "course",
                        JsonArray.of(assessment.course().stream()
                                .map(AssessmentLine::step)
                                .toList()))
                .put("messages", assessment.messages())
                .put("sender", assessment.sender() == null ? JsonNull.NULL : new JsonString(assessment.sender()))
                .put(
                        "cues",
                        JsonArray.of(assessment.cues().stream()
                                .map(AssessmentLine::cue)
                                .toList()))
                .put("cueCount", assessment.cueCount())
                .put(
                        "signals",
                        JsonArray.of(assessment.signals().stream()
                                .map(signal -> JsonObject.builder()
                                        .put("code", signal.code())
                                        .put("figure", signal.figure())
                                        .build())
                                .toList()))
                .put("model", assessment.model());
        if (learned != null) {
            line.put(
                    "learned",
                    JsonObject.builder()
                            .put("model", learned.name())
                            .put("score", learned.score(assessment))
                            .build());
        }
        return CanonicalJson.text(line.build());
    }

    private static JsonValue indexOrNull(Optional<Assessment.Step> moment) {
        return moment.<JsonValue>map(step -> JsonNumber.of(step.index())).orElse(JsonNull.NULL);
    }

    private static JsonObject step(Assessment.Step step) {
        return JsonObject.builder()
                .put("index", step.index())
                .put("score", step.score())
                .put("band", step.band().wire())
                .build();
    }

    private static JsonObject cue(Assessment.Cue cue) {
        String id = cue.message().messageId();
        return JsonObject.builder()
                .put("code", cue.family().name())
                .put("message", id == null ? JsonNumber.of(cue.messageIndex()) : new JsonString(id))
                .put("index", cue.messageIndex())
                .put("sender", cue.message().sender())
                .put("start", cue.start())
                .put("end", cue.end())
                .build();
    }
}
