package suluh.core.identity.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDistanceTest {
    /** Table 6 of Winkler 1990 in part; the last two have nothing in common and are equal. */
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "martha, marhta, 0.9611",
        "dwayne, duane, 0.8400",
        "dixon, dicksonx, 0.8133",
        "abc, xyz, 0",
        "same, same, 1",
    })
    void givesWinklersExamples(String a, String b, double similarity) {
        assertThat(TextDistance.jaroWinkler(a, b)).isCloseTo(similarity, within(0.00005));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"ca, abc, 3", "ab, ba, 1", "kitten, sitting, 3", "1971-06-24, 1971-05-24, 1", "abcdef, abcdef, 0"})
    void countsEditsWithNeighboursExchanged(String a, String b, int edits) {
        assertThat(TextDistance.edits(a, b, 5)).isEqualTo(edits);
    }

    @Test
    void saysMoreWhenTheEditsExceedTheMost() {
        assertThat(TextDistance.edits("abcdef", "ghijkl", 2)).isEqualTo(3);
        assertThat(TextDistance.edits("a", "abcdefgh", 2)).isEqualTo(3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void isSymmetricForEveryTypeAndText(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String a = text(random);
            String b = text(random);
            assertThat(TextDistance.jaroWinkler(a, b)).isEqualTo(TextDistance.jaroWinkler(b, a));
            assertThat(TextDistance.edits(a, b, 3)).isEqualTo(TextDistance.edits(b, a, 3));
            for (FieldType type : FieldType.values()) {
                assertLevelsAgree(type, type.normalise(a), type.normalise(b));
            }
        }
    }

    private static void assertLevelsAgree(FieldType type, String a, String b) {
        if (!a.isEmpty() && !b.isEmpty()) {
            assertThat(type.level(a, b))
                    .as("%s of %s and %s", type, a, b)
                    .isEqualTo(type.level(b, a))
                    .isBetween(1, type.levels());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append("abca1 2@.-ñ王".charAt(random.nextInt(12)));
        }
        return text.toString();
    }
}
