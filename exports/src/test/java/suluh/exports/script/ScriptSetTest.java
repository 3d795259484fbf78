package suluh.exports.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.Band;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.conversation.evaluation.LabelledAlert;
import suluh.core.conversation.evaluation.Measures;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;
import suluh.exports.script.ScriptBook.Part;

class ScriptSetTest {
    private static final CueMatcher.Reader READER = CueMatcher.standard().reader();
    private static final CueWeights WEIGHTS = CueWeights.standard();
    private static final SourcePointer RECORD =
            new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[0]), "x"), "", 0, 0);

    @Test
    void keepsItsPartsApartAndItsTemplatesMany() {
        Set<String> train = texts(Part.TRAIN);
        Set<String> heldOut = texts(Part.HELD_OUT);
        long cues = Stream.of(Part.values())
                .mapToLong(part -> new ScriptBook(part).templates().size())
                .sum();
        long innocent = Stream.of(Part.values())
                .flatMap(part -> new ScriptBook(part).scenes().stream())
                .mapToLong(scene -> scene.lines().size())
                .sum();

        assertThat(train).doesNotContainAnyElementsOf(heldOut);
        assertThat(cues).isGreaterThanOrEqualTo(400);
        assertThat(innocent).isGreaterThanOrEqualTo(cues);
    }

    @ParameterizedTest
    @EnumSource
    void holdsNoTwoTemplatesThatDifferByASlotAlone(Part part) {
        List<String> shapes = new ScriptBook(part)
                .templates().stream()
                        .map(template -> template.text().replaceAll("\\{[^}]*}", "{}"))
                        .toList();

        assertThat(shapes).doesNotHaveDuplicates();
    }

    @Test
    void writesTheSameForTheSameSeedAndAsManyInnocentAsStaged() {
        List<Script> scripts = scripts(Part.TRAIN, 5);

        assertThat(scripts(Part.TRAIN, 5)).isEqualTo(scripts);
        assertThat(scripts.stream().filter(Script::isPositive).count()).isEqualTo(scripts.size() / 2);
        assertThat(scripts).extracting(Script::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void findsNineOfTenStagedScriptsAndHardlyAnInnocentOne(Part part) {
        List<LabelledAlert> alerts = new ArrayList<>();
        for (Script script : scripts(part, 11)) {
            Assessment assessment = assess(script);
            boolean isNow = assessment.band() == Band.LOOK_NOW;
            alerts.add(new LabelledAlert(
                    script.language(),
                    script.isPositive(),
                    isNow,
                    assessment.firstAlert().map(step -> step.index() + 1).orElse(0L),
                    assessment.messages()));
        }

        assertThat(Measures.of(alerts).recall()).isGreaterThanOrEqualTo(0.90);
        assertThat(Measures.of(alerts).falseAlertsPerThousand()).isLessThanOrEqualTo(10);
    }

    @Test
    void leavesOrdinaryTalkInTheBackground() {
        List<Script> alarms = new ArrayList<>();
        new ScriptSet(Part.HELD_OUT, 3).writeOrdinary(3_000, script -> {
            if (assess(script).band() == Band.LOOK_NOW) {
                alarms.add(script);
            }
        });

        assertThat(alarms).hasSizeLessThanOrEqualTo(3);
    }

    private static Assessment assess(Script script) {
        ConversationAssessor assessor = new ConversationAssessor(WEIGHTS);
        for (Script.Line line : script.lines()) {
            assessor.accept(
                    new AssessedMessage(line.sender(), null, line.text(), null, RECORD), READER.read(line.text()));
        }
        return assessor.finish();
    }

    private static List<Script> scripts(Part part, long seed) {
        List<Script> scripts = new ArrayList<>();
        new ScriptSet(part, seed).write(1, scripts::add);
        return scripts;
    }

    private static Set<String> texts(Part part) {
        return new ScriptBook(part)
                .templates().stream().map(ScriptBook.Template::text).collect(Collectors.toSet());
    }
}
