package suluh.exports.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
import suluh.exports.script.ScriptBook.Scene;
import suluh.exports.script.ScriptBook.Template;

class ScriptSetTest {
    private static final CueMatcher.Reader READER = CueMatcher.standard().reader();
    private static final CueWeights WEIGHTS = CueWeights.standard();
    /** No longer is a short answer that both parts may hold. */
    private static final int MAX_SHARED_CHARS = 20;

    private static final SourcePointer RECORD =
            new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[0]), "x"), "", 0, 0);

    @Test
    void keepsItsPartsApartAndItsTemplatesMany() {
        Set<String> train = texts(Part.TRAIN);
        Set<String> heldOut = texts(Part.HELD_OUT);
        long cues = Stream.of(Part.values())
                .mapToLong(part -> new ScriptBook(part).templates().size())
                .sum();

        assertThat(train).doesNotContainAnyElementsOf(heldOut);
        assertThat(cues).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void holdsAsManyInnocentTemplatesAsCueTemplatesInEachLanguage(Part part) {
        ScriptBook book = new ScriptBook(part);

        assertThat(book.scenes().stream().collect(Collectors.groupingBy(Scene::language, Collectors.counting())))
                .isEqualTo(book.templates().stream()
                        .collect(Collectors.groupingBy(Template::language, Collectors.counting())));
    }

    /** Short answers such as <i>ok mum</i> stand in both; what makes a scene stands in one of them, once. */
    @Test
    void keepsInnocentScenesOfThePartsApart() {
        List<String> openings = new ArrayList<>();
        for (Part part : Part.values()) {
            new ScriptBook(part)
                    .scenes()
                    .forEach(scene -> openings.add(scene.lines().getFirst()));
        }
        Set<String> shared = lines(Part.TRAIN);
        shared.retainAll(lines(Part.HELD_OUT));

        assertThat(openings).doesNotHaveDuplicates();
        assertThat(shared).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(MAX_SHARED_CHARS));
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
        Measures measures = Measures.of(alerts(part, 11, Assessment::firstAlert));

        assertThat(measures.recall()).isGreaterThanOrEqualTo(0.90);
        assertThat(measures.falseAlertsPerThousand()).isLessThanOrEqualTo(10);
    }

    /** The first alert is the moment at which a conversation leaves the background. */
    @ParameterizedTest
    @EnumSource
    void asksForALookNoLaterThanTheThirdCue(Part part) {
        Measures measures = Measures.of(alerts(part, 11, Assessment::firstLook));

        assertThat(measures.byThirdOfPositives()).isGreaterThanOrEqualTo(0.97);
        assertThat(measures.falseAlertsPerThousand()).isLessThanOrEqualTo(50);
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

    private static List<LabelledAlert> alerts(
            Part part, long seed, Function<Assessment, Optional<Assessment.Step>> moment) {
        List<LabelledAlert> alerts = new ArrayList<>();
        for (Script script : scripts(part, seed)) {
            Assessment assessment = assess(script);
            long first = moment.apply(assessment).map(step -> step.index() + 1).orElse(0L);
            long cues = script.lines().stream()
                    .limit(first)
                    .filter(Script.Line::isCue)
                    .count();
            alerts.add(new LabelledAlert(
                    script.language(), script.isPositive(), first > 0, first, assessment.messages(), cues));
        }
        return alerts;
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

    private static Set<String> lines(Part part) {
        Set<String> lines = new TreeSet<>();
        new ScriptBook(part)
                .scenes()
                .forEach(scene -> scene.lines().forEach(line -> lines.add(line.substring("a: ".length()))));
        return lines;
    }

    private static Set<String> texts(Part part) {
        return new ScriptBook(part).templates().stream().map(Template::text).collect(Collectors.toSet());
    }
}
