package suluh.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.image.Neighbour;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqIndex;
import suluh.core.image.RecordColumn;

/** The hashes of the C++ and the Java reference for the same files, and their list of needles in a haystack. */
@Tag("conformance")
class PdqConformanceTest {
    private static final Path DATA = Path.of(System.getProperty("suluh.shared.data", ""), "pdq");
    private static final Pattern LINE =
            Pattern.compile("hash=([0-9a-f]{64}),norm=\\d+,delta=\\d+,quality=(\\d+),filename=(.*)");
    private static final int TRUSTED_QUALITY = 80;

    @BeforeEach
    void needsTheSamples() {
        assumeTrue(Files.isDirectory(DATA), "did not run: no folder of third-party samples at " + DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference-cpp.txt", "reference-java.txt"})
    void isWithinTenBitsOfTheReferenceWhereQualityIsHigh(String reference) throws IOException {
        try (DecoderPool pool = DecoderPool.open()) {
            int compared = 0;
            for (String line : Files.readAllLines(DATA.resolve(reference))) {
                Matcher matcher = LINE.matcher(line);
                assertThat(matcher.matches()).as(line).isTrue();
                Decoding.Hashed hashed =
                        (Decoding.Hashed) pool.hash(Files.readAllBytes(DATA.resolve(matcher.group(3))));
                int quality = Integer.parseInt(matcher.group(2));
                if (quality >= TRUSTED_QUALITY) {
                    PdqHash expected = PdqHash.parse(matcher.group(1)).orElseThrow();
                    assertThat(hashed.hash().distance(expected)).as(line).isLessThanOrEqualTo(10);
                    compared++;
                }
                assertThat(Math.abs(hashed.quality() - quality)).as(line).isLessThanOrEqualTo(2);
            }
            assertThat(compared).isGreaterThanOrEqualTo(13);
        }
    }

    @Test
    void findsTheNeedlesThatALinearScanFinds() throws IOException {
        List<PdqHash> haystack = hashes("haystack.txt");
        RecordColumn column = RecordColumn.ofHashes();
        haystack.forEach(column::add);
        PdqIndex index = PdqIndex.of(column);
        int found = 0;

        for (PdqHash needle : hashes("needles.txt")) {
            long near = haystack.stream()
                    .filter(hash -> hash.distance(needle) <= PdqIndex.MAX_DISTANCE)
                    .count();
            assertThat(index.near(needle, PdqIndex.MAX_DISTANCE).stream()
                            .mapToLong(Neighbour::copies)
                            .sum())
                    .isEqualTo(near);
            found += near > 0 ? 1 : 0;
        }

        assertThat(found).isPositive();
    }

    private static List<PdqHash> hashes(String name) throws IOException {
        return Files.readAllLines(DATA.resolve("reg-test-input").resolve(name)).stream()
                .map(line -> PdqHash.parse(line).orElseThrow())
                .toList();
    }
}
