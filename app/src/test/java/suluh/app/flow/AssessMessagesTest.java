package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.conversation.Lexicon;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.exports.jsonl.JsonLinesException;
import suluh.exports.jsonl.MessageJsonLines;
import suluh.exports.script.ScriptBook;

/** What several threads make of many batches is what one makes of message after message. */
class AssessMessagesTest {
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(new byte[0]), "assessed");

    @Test
    void assessesManyBatchesAsMessageAfterMessage() throws IOException {
        String lines = lines();

        assertThat(lines.lines().count()).isGreaterThan(5_000);
        assertThat(new AssessMessages(LEXICON).run(stream(lines), ITEM)).isEqualTo(plainly(lines));
        assertThat(new AssessMessages(LEXICON).run(stream(lines), ITEM).keySet())
                .containsExactlyElementsOf(plainly(lines).keySet());
    }

    @Test
    void namesTheLineThatIsNoMessageAfterManyThatAre() {
        String lines = lines();
        long count = lines.lines().count();

        assertThatThrownBy(() -> new AssessMessages(LEXICON).run(stream(lines + "{\"kind\":\"message\"}\n"), ITEM))
                .isInstanceOfSatisfying(
                        JsonLinesException.class,
                        e -> assertThat((long) e.line()).isEqualTo(count + 1));
    }

    private static SequencedMap<String, Assessment> plainly(String lines) throws IOException {
        CueMatcher.Reader reader = new CueMatcher(LEXICON).reader();
        CueWeights weights = CueWeights.standard();
        SequencedMap<String, ConversationAssessor> assessors = new LinkedHashMap<>();
        MessageJsonLines.read(stream(lines), ITEM, message -> {
            String sender = java.util.Objects.requireNonNull(message.sender()).key();
            assessors
                    .computeIfAbsent(message.conversation().id(), ignored -> new ConversationAssessor(weights))
                    .accept(
                            new AssessedMessage(
                                    sender, message.sentAt().local(), message.text(), message.id(), message.source()),
                            reader.read(message.text()));
        });
        SequencedMap<String, Assessment> assessments = new LinkedHashMap<>();
        assessors.forEach((conversation, assessor) -> assessments.put(conversation, assessor.finish()));
        return assessments;
    }

    private static String lines() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            new EvaluateAssessments(LEXICON, null).writeSynthetic(ScriptBook.Part.HELD_OUT, 1, 5, out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }
}
