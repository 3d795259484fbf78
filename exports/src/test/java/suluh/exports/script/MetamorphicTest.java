package suluh.exports.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatch;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;
import suluh.exports.script.ScriptBook.Part;
import suluh.exports.script.ScriptBook.Template;

/** What must not change an assessment does not, over every script of both parts. */
class MetamorphicTest {
    private static final CueMatcher MATCHER = CueMatcher.standard();
    private static final CueWeights WEIGHTS = CueWeights.standard();
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 4, 12, 0);
    private static final SourcePointer RECORD =
            new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[0]), "x"), "", 0, 0);
    private static final Map<String, String> NAMES = Map.of("a", "telegram:993", "b", "~Nurul@thread", "admin", "zz");
    private static final Pattern SLOT = Pattern.compile("\\{(gift|place|time)_(en|ms|id)}");

    static Stream<Script> scripts() {
        List<Script> scripts = new ArrayList<>();
        for (Part part : Part.values()) {
            new ScriptSet(part, 17).write(1, scripts::add);
        }
        return scripts.stream();
    }

    @Test
    void changesNothingForOtherPeople() {
        scripts().forEach(script -> {
            List<Script.Line> renamed = script.lines().stream()
                    .map(line -> new Script.Line(
                            NAMES.getOrDefault(line.sender(), "m-" + line.sender()), line.text(), line.isCue()))
                    .toList();

            assertSame(assess(script.lines(), NOON), assess(renamed, NOON), script.id());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-9, -5, 3, 8, 13})
    void changesNoScoreAndNoMomentForAnotherTimeZone(int hours) {
        scripts()
                .forEach(script -> assertSame(
                        assess(script.lines(), NOON), assess(script.lines(), NOON.plusHours(hours)), script.id()));
    }

    @Test
    void changesNoScoreForFurtherOrdinaryTalk() {
        ScriptBook book = new ScriptBook(Part.TRAIN);
        SplittableRandom random = new SplittableRandom(23);
        scripts().forEach(script -> {
            List<String> talk = book.talk("chatter", script.language());
            List<Script.Line> longer = new ArrayList<>();
            for (Script.Line line : script.lines()) {
                longer.add(line);
                String writer = script.lines()
                        .get(random.nextInt(script.lines().size()))
                        .sender();
                longer.add(new Script.Line(writer, talk.get(random.nextInt(talk.size())), false));
            }
            Assessment plain = assess(script.lines(), NOON);
            Assessment more = assess(longer, NOON);

            // Who has spoken before may decide from which message on a side is known; in the end it is the same.
            assertThat(more.score()).as(script.id()).isEqualTo(plain.score());
            assertThat(more.cueCount()).as(script.id()).isEqualTo(plain.cueCount());
        });
    }

    @Test
    void losesNoPassageWhenAMessageIsSplitBetweenItsPassages() {
        scripts().forEach(script -> {
            List<Script.Line> joined = new ArrayList<>();
            List<Script.Line> split = new ArrayList<>();
            for (Script.Line line : script.lines()) {
                boolean goesOn = !joined.isEmpty()
                        && joined.getLast().sender().equals(line.sender())
                        && joined.getLast().text().length() < 200;
                if (goesOn) {
                    Script.Line before = joined.removeLast();
                    joined.add(new Script.Line(line.sender(), before.text() + ".\n" + line.text(), true));
                } else {
                    joined.add(line);
                }
                split.add(line);
            }
            Set<String> whole = families(assess(joined, NOON), true);
            Set<String> parts = families(assess(split, NOON), false);

            // Guards look at a whole message, so that a join may set a passage aside; a split never does.
            assertThat(parts).as(script.id()).containsAll(whole);
        });
    }

    @ParameterizedTest
    @EnumSource
    void findsTheSameFamiliesWhenASlotIsFilledFromAnotherLanguage(Part part) {
        ScriptBook book = new ScriptBook(part);
        for (Template template : book.templates()) {
            var slot = SLOT.matcher(template.text());
            if (!slot.find()) {
                continue;
            }
            String own = slot.group(1) + "_" + slot.group(2);
            Set<String> expected = families(filled(book, template, own, own));
            for (String language : List.of("en", "ms", "id")) {
                String other = slot.group(1) + "_" + language;
                if (book.hasSlot(other)) {
                    assertThat(families(filled(book, template, own, other)))
                            .as("%s with %s", template.text(), other)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heldOutTemplates")
    void pointsIntoTheRawTextWhateverStandsAroundIt(Template template) {
        String text = new ScriptBook(Part.HELD_OUT).filled(template.text(), new SplittableRandom(1));
        String before = "😀é é ";
        int shift = before.codePointCount(0, before.length());
        List<CueMatch> plain = MATCHER.match(text);
        List<CueMatch> shifted = MATCHER.match(before + text + " 👩‍👧");

        assertThat(shifted).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(shifted.get(i).family()).isEqualTo(plain.get(i).family());
            assertThat(shifted.get(i).start()).isEqualTo(plain.get(i).start() + shift);
            assertThat(passage(before + text, shifted.get(i))).isEqualTo(passage(text, plain.get(i)));
        }
    }

    static Stream<Template> heldOutTemplates() {
        return new ScriptBook(Part.HELD_OUT).templates().stream();
    }

    private static String passage(String text, CueMatch match) {
        return text.substring(text.offsetByCodePoints(0, match.start()), text.offsetByCodePoints(0, match.end()));
    }

    private static String filled(ScriptBook book, Template template, String own, String other) {
        String text = template.text().replace("{" + own + "}", "{" + other + "}");
        return book.filled(text, new SplittableRandom(3));
    }

    private static Set<String> families(String text) {
        Set<String> families = new TreeSet<>();
        MATCHER.match(text).forEach(match -> families.add(match.family().name()));
        return families;
    }

    /** @param onlyInOneLine leaves out what reaches over the place where two messages were joined */
    private static Set<String> families(Assessment assessment, boolean onlyInOneLine) {
        Set<String> families = new TreeSet<>();
        for (Assessment.Cue cue : assessment.cues()) {
            String text = cue.message().text();
            String passage =
                    text.substring(text.offsetByCodePoints(0, cue.start()), text.offsetByCodePoints(0, cue.end()));
            if (!onlyInOneLine || !passage.contains("\n")) {
                families.add(cue.message().sender() + " " + cue.family());
            }
        }
        return families;
    }

    private static void assertSame(Assessment a, Assessment b, String what) {
        assertThat(b.score()).as(what).isEqualTo(a.score());
        assertThat(b.cueCount()).as(what).isEqualTo(a.cueCount());
        assertThat(b.course()).as(what).isEqualTo(a.course());
    }

    private static Assessment assess(List<Script.Line> lines, LocalDateTime begin) {
        ConversationAssessor assessor = new ConversationAssessor(WEIGHTS);
        CueMatcher.Reader reader = MATCHER.reader();
        for (int i = 0; i < lines.size(); i++) {
            Script.Line line = lines.get(i);
            assessor.accept(
                    new AssessedMessage(line.sender(), begin.plusMinutes(i), line.text(), null, RECORD),
                    reader.read(line.text()));
        }
        return assessor.finish();
    }
}
