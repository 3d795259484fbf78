package suluh.app.cli;

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
                .put("firstAlert", indexOrNull(assessment.firstAlertIndex()))
                .put("firstLook", indexOrNull(assessment.firstLookIndex()))
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

    private static JsonValue indexOrNull(long index) {
        return index < 0 ? JsonNull.NULL : JsonNumber.of(index);
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
