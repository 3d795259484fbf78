package suluh.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.conversation.Lexicon.Entry;

/** Wordings on which the tables were developed stay read; they prove nothing about wordings that were not. */
class DevelopmentPhrasesTest {
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final CueMatcher MATCHER = new CueMatcher(LEXICON);

    private record Phrase(CueFamily family, String language, String text) {}

    @ParameterizedTest
    @CsvSource({"mix, 0.95", "id, 0.95", "ms, 0.95"})
    void readsNearlyAllOfALanguage(String language, double share) {
        List<Phrase> phrases = phrases("phrases-for-development.txt")
                .filter(phrase -> phrase.language().equals(language))
                .toList();

        List<Phrase> missed =
                phrases.stream().filter(phrase -> !isFound(phrase)).toList();

        assertThat(missed.size()).as(missed.toString()).isLessThanOrEqualTo((int) ((1 - share) * phrases.size()));
    }

    /** They would say nothing of generality where a table holds them word for word. */
    @Test
    void areNoExamplesOfTheTables() {
        List<String> examples = LEXICON.entries().stream().map(Entry::example).toList();

        assertThat(Stream.concat(phrases("phrases-for-development.txt"), phrases("phrases-apart.txt"))
                        .map(Phrase::text))
                .doesNotContainAnyElementsOf(examples)
                .doesNotHaveDuplicates();
    }

    /** Two in three, where the tables before them read fewer than half. */
    @Test
    void readsMostMixedPhrasesThatNoTableWasFittedTo() {
        List<Phrase> phrases = phrases("phrases-apart.txt").toList();

        assertThat(phrases.stream().filter(DevelopmentPhrasesTest::isFound).count())
                .isGreaterThanOrEqualTo(phrases.size() * 6 / 10);
    }

    /** Tables that read more cues must not read them everywhere; the tables before them read six of these lines. */
    @Test
    void readHardlyALineOfOrdinaryTalk() {
        List<String> read = lines("ordinary-for-development.txt")
                .filter(line -> !MATCHER.match(line).isEmpty())
                .toList();

        assertThat(read).hasSizeLessThanOrEqualTo(8);
    }

    /** Lines that others thought of; the tables before the mixed ones read eighteen, and none of the first fourteen. */
    @Test
    void readNothingInOrdinaryTalkThatTheTablesBeforeDidNot() {
        List<String> talk = lines("ordinary-apart.txt").toList();
        List<String> read =
                talk.stream().filter(line -> !MATCHER.match(line).isEmpty()).toList();

        assertThat(read).hasSizeLessThanOrEqualTo(19).doesNotContainAnyElementsOf(talk.subList(0, 14));
    }

    private static boolean isFound(Phrase phrase) {
        return MATCHER.match(phrase.text()).stream().anyMatch(match -> match.family() == phrase.family());
    }

    private static Stream<Phrase> phrases(String name) {
        return lines(name).map(DevelopmentPhrasesTest::phrase);
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = DevelopmentPhrasesTest.class.getResourceAsStream(name)) {
            String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Phrase phrase(String line) {
        String[] parts = line.split(" ", 4);
        return new Phrase(CueFamily.valueOf(parts[0]), parts[1], parts[3]);
    }
}
