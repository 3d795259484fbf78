package suluh.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.conversation.text.ChatText;
import suluh.core.conversation.text.ChatWords;

/** One pass over the words against the plain way: every pattern compared at every word. */
class PatternTableTest {
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final List<CuePattern> PATTERNS = Stream.concat(
                    LEXICON.entries().stream().map(Lexicon.Entry::pattern),
                    LEXICON.guards().stream().map(Lexicon.Guard::pattern))
            .toList();
    private static final PatternTable TABLE =
            new PatternTable(PATTERNS, LEXICON.text().vocabulary().size());
    private static final List<String> PHRASES = LEXICON.entries().stream()
            .flatMap(entry -> Stream.of(entry.example(), entry.counterExample()))
            .toList();
    private static final int MESSAGES = 20_000;

    private record Fit(int pattern, int first, int last) {}

    @Test
    void findsWhatThePlainWayFindsInEveryExample() {
        int found = 0;
        for (String phrase : PHRASES) {
            found += assertAlike(LEXICON.text(), TABLE, PATTERNS, phrase);
        }

        assertThat(found).isGreaterThan(LEXICON.entries().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatThePlainWayFindsInPhrasesCutAndMixed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int found = 0;
        for (int i = 0; i < MESSAGES; i++) {
            found += assertAlike(LEXICON.text(), TABLE, PATTERNS, mixed(random));
        }

        assertThat(found).isGreaterThan(MESSAGES / 10);
    }

    /** Patterns whose second place is a gap, may be left out, or follows alternatives of several words. */
    @Test
    void putsNothingAsideThatAPatternWithGapsOrAlternativesMayFit() {
        ChatText.Builder text = new ChatText.Builder();
        List<CuePattern> patterns = Stream.of("a * b", "(a|c d) b", "a (|c) b", "a b", "b", "c (a|d a) * * b")
                .map(line -> CuePattern.parse(line, 2, text))
                .toList();
        ChatText treatment = text.build();
        PatternTable table = new PatternTable(patterns, treatment.vocabulary().size());
        SplittableRandom random = new SplittableRandom(4);

        int found = 0;
        for (int i = 0; i < MESSAGES; i++) {
            StringBuilder message = new StringBuilder();
            for (int word = random.nextInt(9); word >= 0; word--) {
                message.append((char) ('a' + random.nextInt(5))).append(' ');
            }
            found += assertAlike(treatment, table, patterns, message.toString());
        }

        assertThat(found).isGreaterThan(MESSAGES);
    }

    private static int assertAlike(ChatText text, PatternTable table, List<CuePattern> patterns, String message) {
        ChatWords words = new ChatWords();
        text.read(message, words);
        List<Fit> fits = new ArrayList<>();
        table.visit(words, (pattern, first, last) -> fits.add(new Fit(pattern, first, last)));

        List<Fit> plain = new ArrayList<>();
        for (int first = 0; first < words.count(); first++) {
            for (int pattern = 0; pattern < patterns.size(); pattern++) {
                int last = patterns.get(pattern).lastWord(words, first);
                if (last >= 0) {
                    plain.add(new Fit(pattern, first, last));
                }
            }
        }
        assertThat(fits).as(message).isEqualTo(plain);
        return plain.size();
    }

    private static String mixed(SplittableRandom random) {
        StringBuilder message = new StringBuilder();
        for (int part = random.nextInt(4); part >= 0; part--) {
            String[] words = PHRASES.get(random.nextInt(PHRASES.size())).split(" ");
            int from = random.nextInt(words.length);
            int to = Math.min(words.length, from + 1 + random.nextInt(6));
            for (int i = from; i < to; i++) {
                message.append(words[i]).append(random.nextInt(10) == 0 ? ", " : " ");
            }
        }
        return message.toString();
    }
}
