package suluh.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDQ against a literal reading of its description, and what must hold for any picture. */
class PdqTransformTest {
    @ParameterizedTest(name = "seed {0}, {1} x {2}")
    @CsvSource({
        "1, 512, 512",
        "2, 640, 480",
        "3, 479, 641",
        "4, 64, 64",
        "5, 33, 200",
        "6, 1000, 129",
        "7, 5, 5",
        "8, 130, 7"
    })
    void equalsTheDescriptionFollowedStepByStep(long seed, int width, int height) {
        LumaPlane plane = Patterns.waves(seed, width, height);

        PdqTransform transform = PdqTransform.of(plane);

        assertThat(transform.hash().distance(PlainPdq.hash(plane))).isLessThanOrEqualTo(2);
        assertThat(transform.quality()).isCloseTo(PlainPdq.quality(plane), org.assertj.core.data.Offset.offset(1));
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void givesTheHashOfTheTurnedPictureWithinTenBits(Turn turn) {
        for (long seed = 1; seed <= 12; seed++) {
            LumaPlane plane = Patterns.waves(seed, 1000 + 7 * (int) seed, 750);

            PdqHash fromFrequencies = PdqTransform.of(plane).hash(turn);
            PdqHash fromPixels = PdqTransform.of(plane.turned(turn)).hash();

            assertThat(fromFrequencies.distance(fromPixels)).as("seed " + seed).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void tellsTheTurnsOfOnePictureApart() {
        PdqTransform transform = PdqTransform.of(Patterns.waves(1, 300, 300));

        for (Turn turn : Turn.values()) {
            for (Turn other : Turn.values()) {
                int distance = transform.hash(turn).distance(transform.hash(other));
                assertThat(distance).isEqualTo(turn == other ? 0 : distance).matches(d -> turn == other || d > 60);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void setsHalfOfTheBitsAndMovesLittleWithBrightness(long seed) {
        LumaPlane plane = Patterns.waves(seed, 256, 256);
        byte[] brighter = new byte[256 * 256];
        for (int i = 0; i < brighter.length; i++) {
            brighter[i] = (byte) Math.min(255, plane.at(i % 256, i / 256) + 10);
        }

        PdqHash hash = PdqTransform.of(plane).hash();

        assertThat(hash.distance(new PdqHash(0, 0, 0, 0))).isEqualTo(128);
        assertThat(PdqTransform.of(new LumaPlane(256, 256, brighter)).hash().distance(hash))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void doesNotTrustPicturesWithoutStructure() {
        assertThat(PdqTransform.of(Patterns.flat(300, 200, 90)).quality()).isZero();
        assertThat(PdqTransform.of(Patterns.flat(4, 900, 90)).isMatchable()).isFalse();
        assertThat(PdqTransform.of(Patterns.waves(3, 4, 4)).hash()).isEqualTo(new PdqHash(0, 0, 0, 0));
        assertThat(PdqTransform.of(Patterns.waves(3, 512, 512)).isMatchable()).isTrue();
    }

    @Test
    void writesAndReadsTheHexadecimalForm() {
        String hex = "d8f8f0cee0f4a84f0637022a078f67f0b36e2ed596621e1d33e6339c4e9c9b22";

        assertThat(PdqHash.parse(hex).map(PdqHash::hex)).hasValue(hex);
        assertThat(PdqHash.parse(hex.toUpperCase(java.util.Locale.ROOT)).map(PdqHash::hex))
                .hasValue(hex);
        assertThat(PdqHash.parse(hex.substring(1))).isEmpty();
        assertThat(PdqHash.parse("g" + hex.substring(1))).isEmpty();
        assertThat(PdqHash.parse(hex).orElseThrow().distance(PdqHash.parse(hex).orElseThrow()))
                .isZero();
    }
}
