package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import suluh.core.observation.Observation;
import suluh.exports.archive.Zips;

/** Every observation of every third-party sample points to bytes that hold its text, its time and its sender. */
@Tag("conformance")
class ProvenanceConformanceTest {
    private static final Path SAMPLES = Path.of(System.getProperty("suluh.shared.data", ""));

    @BeforeEach
    void needsTheSamples() {
        assumeTrue(Files.isDirectory(SAMPLES.resolve("exports")), "did not run: no third-party samples at " + SAMPLES);
    }

    @Test
    void everySourceHoldsWhatItsObservationSays() throws IOException {
        int messages = 0;
        for (BytesFile file : files()) {
            for (Observation observation : Read.of(file).observations()) {
                SourceCheck.check(file, observation);
                messages += observation instanceof Observation.Message ? 1 : 0;
            }
        }

        assertThat(messages).isGreaterThan(80);
    }

    @Test
    void everySourceInsideAnArchiveLeadsToTheSameBytes() throws IOException {
        BytesFile zip = Zips.of("samples.zip", files());

        List<Observation> observations = Read.of(zip).observations();

        assertThat(observations).hasSizeGreaterThan(80);
        for (Observation observation : observations) {
            SourceCheck.check(zip, observation);
        }
    }

    private static List<BytesFile> files() {
        try (Stream<Path> exports = Files.walk(SAMPLES.resolve("exports"));
                Stream<Path> captures = Files.walk(SAMPLES.resolve("warc"))) {
            List<BytesFile> all = Stream.concat(exports, captures)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> BytesFile.under(SAMPLES, file))
                    .toList();
            return all.stream().map(file -> file.among(all)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
