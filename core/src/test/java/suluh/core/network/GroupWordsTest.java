package suluh.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words counted by their characters are those that texts would give; the rhythm is that of the calendar. */
class GroupWordsTest {
    private static final List<String> PIECES = List.of(
            "aku",
            "Saya",
            "NAK",
            "the",
            "You",
            "with",
            "RM20",
            "rm",
            "20",
            "7x",
            "ringgit",
            "Ringgit",
            "VIP",
            "akses",
            "premium",
            "basikal",
            "Esok",
            "\u0130stanbul",
            "\u03A3\u039F\u03A6\u039F\u03A3",
            "\u65E9\u5B89",
            "\u0B95\u0BBE\u0BB2\u0BC8",
            "\uD83D\uDE00",
            "_",
            "-",
            "a".repeat(30),
            "k",
            "ke",
            "\u00C5ngstr\u00F6m",
            "\u01C5",
            "\u1E9E",
            "\uD800");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsAsWordByWordCountingDoes(long seed) {
        Random random = new Random(seed);
        GroupWords words = new GroupWords();
        PlainWords plain = new PlainWords();
        for (int i = 0; i < 4_000; i++) {
            String text = text(random);

            assertThat(words.add(text)).as("seed %d, text %s", seed, text).isEqualTo(plain.add(text));
        }

        assertThat(words.words()).isEqualTo(new TreeMap<>(plain.words));
        assertThat(words.languages()).isEqualTo(plain.languages);
        assertThat(words.offers()).isEqualTo(plain.offers).isPositive();
        assertThat(words.accessOffers()).isEqualTo(plain.accessOffers).isPositive();
    }

    @Test
    void countsHoursOfTheWeekAndMonths() {
        GroupRhythm rhythm = new GroupRhythm();
        // Thursday 1 January 1970, 5 in the morning; the hour before that day; Monday 5 January.
        rhythm.add(5);
        rhythm.add(-1);
        rhythm.add(4 * 24 + 5);

        assertThat(rhythm.months()).hasToString("{1969-12=1, 1970-01=2}");
        assertThat(rhythm.hours().get(5)).isEqualTo(2);
        assertThat(rhythm.hours().get(23)).isEqualTo(1);
        assertThat(rhythm.weekdays()).containsExactly(1L, 0L, 1L, 1L, 0L, 0L, 0L);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(random.nextInt(40) == 0 ? 400 : 12);
        for (int i = 0; i < pieces; i++) {
            // More different words than are kept, so that the limit is met.
            String piece = random.nextInt(3) == 0
                    ? "w" + Integer.toString(random.nextInt(8_000), 36)
                    : PIECES.get(random.nextInt(PIECES.size()));
            text.append(piece).append(random.nextInt(8) == 0 ? "" : random.nextInt(5) == 0 ? "\n" : " ");
        }
        return text.toString();
    }

    /** The same counts by a text for each word: slow and plain. */
    private static final class PlainWords {
        private final Map<String, Integer> words = new HashMap<>();
        private final Map<String, Long> languages = new HashMap<>();
        private long offers;
        private long accessOffers;

        private GroupWords.Offer add(String text) {
            String read = text.substring(0, Math.min(text.length(), 1_000));
            List<String> found = found(read);
            long malay = found.stream().filter(GroupWords.MALAY::contains).count();
            long english = found.stream().filter(GroupWords.ENGLISH::contains).count();
            boolean names = found.stream().anyMatch(GroupWords.ACCESS::contains);
            boolean price = IntStream.range(0, found.size())
                    .anyMatch(i -> isPrice(found.get(i), i == 0 ? "" : found.get(i - 1)));
            for (String word : found) {
                boolean counts = word.length() >= 3 && word.length() <= 24 && Character.isLetter(word.charAt(0));
                if (counts && (words.size() < GroupWords.MAX_WORDS || words.containsKey(word))) {
                    words.merge(word, 1, Integer::sum);
                }
            }
            languages.merge(
                    GroupWords.language(
                            (int) malay, (int) english, letters(read, 0x4E00, 0x9FFF), letters(read, 0x0B80, 0x0BFF)),
                    1L,
                    Long::sum);
            offers += price ? 1 : 0;
            accessOffers += price && names ? 1 : 0;
            if (!price) {
                return GroupWords.Offer.NONE;
            }
            return names ? GroupWords.Offer.ACCESS_AT_A_PRICE : GroupWords.Offer.PRICE;
        }

        private static List<String> found(String text) {
            StringBuilder parted = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                parted.append(Character.isLetterOrDigit(text.charAt(i)) ? text.charAt(i) : ' ');
            }
            return Arrays.stream(parted.toString().split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .toList();
        }

        private static int letters(String text, int first, int last) {
            return (int) text.chars()
                    .filter(c -> c >= first && c <= last && Character.isLetterOrDigit(c))
                    .count();
        }

        private static boolean isPrice(String word, String before) {
            return (word.length() > 2 && word.startsWith("rm") && Character.isDigit(word.charAt(2)))
                    || (before.equals("rm") && Character.isDigit(word.charAt(0)))
                    || (word.equals("ringgit") && !before.isEmpty() && Character.isDigit(before.charAt(0)));
        }
    }
}
