package suluh.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    private static final CueMatcher MATCHER = CueMatcher.standard();

    static Stream<LexiconEntry> entries() {
        return CueMatcher.entries(ChatText.standard()).stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void findsItsExampleAndNotItsCounterExample(LexiconEntry entry) {
        assertThat(families(entry.example())).as(entry.example()).contains(entry.family());
        assertThat(families(entry.counterExample())).as(entry.counterExample()).doesNotContain(entry.family());
    }

    @Test
    void hasEveryFamilyInEveryLanguage() {
        for (String lexicon : List.of("lexicon-en.txt", "lexicon-ms.txt")) {
            Set<CueFamily> families = Tables.lines(lexicon).stream()
                    .map(line -> LexiconEntry.parse(line, ChatText.standard()).family())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(CueFamily.class)));
            assertThat(families).as(lexicon).containsExactly(CueFamily.values());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Jgn bgtau mak awk okay, SECRECY",
        "our s e c r e t ok, SECRECY",
        "our seee\u200Bcret ok, SECRECY",
        "our s3cret ok, SECRECY",
        "оur sеcrеt ok, SECRECY",
        "ADD ME ON TELE, MOVE",
        "don’t tell your mum, SECRECY",
        "parents ada rumah tak now, GUARDIANS",
    })
    void seesThroughChatSpellingAndEvasion(String text, CueFamily family) {
        assertThat(families(text)).contains(family);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀😀 this is our secret okay",
                "é́ mak ayah ada dekat rumah tak 👩‍👧",
                "வணக்கம் add me on telegram",
                "𝕏𝕏 padam mesej ni"
            })
    void pointsToTheRawTextByCodePoints(String text) {
        for (CueMatch match : MATCHER.match(text)) {
            int from = text.offsetByCodePoints(0, match.start());
            int to = text.offsetByCodePoints(0, match.end());
            String passage = text.substring(from, to);

            assertThat(MATCHER.match(passage)).extracting(CueMatch::family).contains(match.family());
        }
        assertThat(MATCHER.match(text)).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void takesAnyTextAndStaysInIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            int[] codePoints = random.ints(random.nextInt(60), 0, 0x11000).toArray();
            String text = new String(codePoints, 0, codePoints.length)
                    + (random.nextInt(3) == 0 ? " our secret " : "")
                    + (char) (0xD800 + random.nextInt(0x800));
            int length = text.codePointCount(0, text.length());
            assertThat(MATCHER.match(text))
                    .allMatch(match -> match.start() >= 0 && match.start() < match.end() && match.end() <= length);
        }
    }

    private static List<CueFamily> families(String text) {
        return MATCHER.match(text).stream().map(CueMatch::family).toList();
    }

    @Test
    void lexiconsHoldNoTextTwice() {
        List<String> lines = Stream.of("lexicon-en.txt", "lexicon-ms.txt")
                .flatMap(name -> Tables.lines(name).stream())
                .map(line -> Arrays.asList(line.split(" \\| ")).subList(0, 2).toString())
                .toList();

        assertThat(lines).doesNotHaveDuplicates();
    }
}
