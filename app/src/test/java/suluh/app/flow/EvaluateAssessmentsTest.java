package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationCode;
import suluh.core.conversation.Lexicon;
import suluh.core.conversation.learning.LearnedModel;
import suluh.core.conversation.learning.ModelTraining;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.exports.jsonl.ConversationLabel;
import suluh.exports.script.Script;
import suluh.exports.script.ScriptBook;
import suluh.exports.script.ScriptSet;

/** The same scripts give the same figures whichever way they come in, and a learned model stands beside them. */
class EvaluateAssessmentsTest {
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final Sha256Digest EMPTY = Sha256Digest.of(new byte[0]);
    private static final List<Script> SCRIPTS = new ArrayList<>();

    @BeforeAll
    static void write() {
        new ScriptSet(ScriptBook.Part.HELD_OUT, 5).write(1, SCRIPTS::add);
    }

    @Test
    void measuresLabelledLinesAsTheScriptsThemselves() throws IOException {
        EvaluateAssessments flow = new EvaluateAssessments(LEXICON, null);
        AssessMessages messages = flow.messages();
        SmallHouse.done(flow.labelled(read(messages, labelled()), messages.labels()));

        EvaluateAssessments direct = new EvaluateAssessments(LEXICON, null);
        SmallHouse.done(direct.synthetic(ScriptBook.Part.HELD_OUT, 1, 5));

        for (String figure : List.of("recall", "falseAlertsPer1000", "medianMessagesToAlert", "latencyWeightedF1")) {
            assertThat(figure(flow, figure)).as(figure).isEqualTo(figure(direct, figure));
        }
    }

    /** The form of the published corpus: ids of 32 hexadecimal digits, times without a date, escaped texts. */
    @Test
    void measuresXmlOfPan2012AsTheScriptsThemselves() throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<conversations>\n");
        List<String> authors = new ArrayList<>();
        for (Script script : SCRIPTS) {
            xml.append("  <conversation id=\"").append(hex(script.id())).append("\">\n");
            int number = 0;
            for (Script.Line line : script.lines()) {
                String author = hex(script.id() + line.sender());
                if (line.isCue()) {
                    authors.add(author);
                }
                xml.append("    <message line=\"").append(++number).append("\">\n      <author>");
                xml.append(author).append("</author>\n      <time>03:2").append(number % 10);
                xml.append("</time>\n      <text>").append(escaped(line.text())).append("</text>\n    </message>\n");
            }
            xml.append("  </conversation>\n");
        }
        xml.append("</conversations>\n");
        EvaluateAssessments flow = new EvaluateAssessments(LEXICON, null);

        SmallHouse.done(flow.pan12(stream(xml.toString()), authors));

        EvaluateAssessments direct = new EvaluateAssessments(LEXICON, null);
        SmallHouse.done(direct.synthetic(ScriptBook.Part.HELD_OUT, 1, 5));
        for (String figure : List.of("precision", "recall", "f0.5", "f2", "medianMessagesToAlert")) {
            assertThat(figure(flow, figure)).as(figure).isEqualTo(figure(direct, figure));
        }
    }

    @Test
    void countsThePlaceOfAnAlarmThoughRecordsWithoutSenderStandBefore() throws IOException {
        String platform = "{\"platform\":\"telegram\",\"conversation\":{\"id\":\"c\"},\"text\":\"joined\"}\n";
        String lines = platform.repeat(40)
                + labelled()
                        .lines()
                        .filter(line -> line.contains("\"staged-h0-0\""))
                        .reduce("", (a, b) -> a + b + "\n")
                        .replace("staged-h0-0", "c");
        EvaluateAssessments flow = new EvaluateAssessments(LEXICON, null);
        AssessMessages messages = flow.messages();

        SmallHouse.done(flow.labelled(read(messages, lines), messages.labels()));

        assertThat(figure(flow, "medianMessagesToAlert")).isGreaterThan(40);
    }

    @Test
    void refusesAFileWithoutLabels() throws IOException {
        EvaluateAssessments flow = new EvaluateAssessments(LEXICON, null);
        AssessMessages messages = flow.messages();
        String line =
                "{\"platform\":\"telegram\",\"conversation\":{\"id\":\"c\"},\"sender\":{\"id\":\"a\"},\"text\":\"hi\"}\n";

        assertThat(flow.labelled(read(messages, line), messages.labels()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ConversationCode.LABELS_MISSING));
    }

    @Test
    void setsALearnedModelBesideTheScoreAndChangesNoneOfIt() throws IOException {
        EvaluateAssessments flow = new EvaluateAssessments(LEXICON, learned());
        SmallHouse.done(flow.synthetic(ScriptBook.Part.HELD_OUT, 1, 5));
        EvaluateAssessments without = new EvaluateAssessments(LEXICON, null);
        SmallHouse.done(without.synthetic(ScriptBook.Part.HELD_OUT, 1, 5));

        JsonObject alarms = object(flow.report(1), "alarms");
        assertThat(alarms.member("look-now"))
                .isEqualTo(object(without.report(1), "alarms").member("look-now"));
        assertThat(alarms.members()).hasSize(3);
    }

    private static LearnedModel learned() throws IOException {
        ModelTraining training = SmallHouse.done(ModelTraining.begin(
                "# Intended use\nx\n# Out of scope\nx\n# Evaluation\nx\n# Limits\nx\n",
                "# Source and authority\nx\n# Language variety\nx\n# People\nx\n# Labelling\nx\n"));
        AssessMessages messages = new AssessMessages(LEXICON);
        read(messages, labelled()).forEach((conversation, assessment) -> {
            ConversationLabel label = Objects.requireNonNull(messages.labels().get(conversation));
            training.add(assessment, label.isPositive());
        });
        return SmallHouse.done(training.finish(EMPTY, 1));
    }

    private static String labelled() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new EvaluateAssessments(LEXICON, null).writeSynthetic(ScriptBook.Part.HELD_OUT, 1, 5, out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static SequencedMap<String, Assessment> read(AssessMessages messages, String lines) throws IOException {
        return messages.run(stream(lines), EvidenceId.of(EMPTY, "labelled"));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static double figure(EvaluateAssessments flow, String name) {
        JsonObject figure = object(object(object(flow.report(1), "alarms"), "look-now"), name);
        return figure.member("value").orElseThrow() instanceof JsonNumber number ? number.value() : -1;
    }

    private static JsonObject object(JsonObject of, String key) {
        return (JsonObject) of.member(key).orElseThrow();
    }

    private static String hex(String text) {
        return Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
