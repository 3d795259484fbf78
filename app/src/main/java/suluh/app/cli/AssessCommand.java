package suluh.app.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNull;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Observation;
import suluh.exports.jsonl.JsonLinesException;
import suluh.exports.jsonl.MessageJsonLines;

/** {@code suluh assess}: one JSON line for each conversation of a stream of messages. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description =
                "Assesses messages in JSON Lines, as read prints them; scores order attention and decide nothing.")
final class AssessCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Messages in JSON Lines; - for standard input.")
    private String file = "-";

    private final CueMatcher matcher = CueMatcher.standard();
    private final CueWeights weights = CueWeights.standard();
    private final Map<String, ConversationAssessor> assessors = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        EvidenceId item = EvidenceId.of(Sha256Digest.of(new byte[0]), file);
        try (InputStream in =
                new BufferedInputStream(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)))) {
            MessageJsonLines.read(in, item, this::accept);
        } catch (JsonLinesException e) {
            throw new CommandFailure("Line " + e.line() + " of " + file + " is no message: " + e.getMessage(), e);
        }
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        assessors.forEach((conversation, assessor) -> out.println(line(conversation, assessor.finish())));
        out.flush();
        return ExitCode.DONE;
    }

    private void accept(Observation.Message message) {
        AccountRef sender = message.sender();
        if (sender == null) {
            return;
        }
        assessors
                .computeIfAbsent(message.conversation().id(), ignored -> new ConversationAssessor(matcher, weights))
                .accept(new AssessedMessage(sender.key(), null, message.text(), message.id(), message.source()));
    }

    private static String line(String conversation, Assessment assessment) {
        return CanonicalJson.text(JsonObject.builder()
                .put("conversation", conversation)
                .put("score", assessment.score())
                .put("band", assessment.band().wire())
                .put(
                        "firstAlert",
                        assessment.firstAlertIndex() < 0 ? JsonNull.NULL : JsonNumber.of(assessment.firstAlertIndex()))
                .put(
                        "cues",
                        JsonArray.of(assessment.cues().stream()
                                .map(AssessCommand::cue)
                                .toList()))
                .put("model", assessment.model())
                .build());
    }

    private static JsonObject cue(Assessment.Cue cue) {
        String id = cue.message().messageId();
        return JsonObject.builder()
                .put("code", cue.family().name())
                .put("message", id == null ? JsonNumber.of(cue.messageIndex()) : new JsonString(id))
                .put("start", cue.start())
                .put("end", cue.end())
                .build();
    }
}
