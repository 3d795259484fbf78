package suluh.exports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing found: {@code findings/TARGET/…}, kept for ever. */
class FindingsTest {
    static final Path FOLDER = Path.of(System.getProperty("suluh.home"), "exports/src/test/resources/findings");

    static List<Path> findings() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("findings")
    void endsInAReadingUnderEveryNameOfItsTarget(Path finding) throws IOException {
        String target = String.valueOf(finding.getName(finding.getNameCount() - 2));
        List<String> names = FuzzTargets.all().stream()
                .filter(candidate -> candidate.name().equals(target))
                .flatMap(candidate -> candidate.fileNames().stream())
                .toList();
        byte[] bytes = Files.readAllBytes(finding);
        // A finding of the fuzzer begins with the byte that chose its name; one made by hand with the file itself.
        byte[] behind = Arrays.copyOfRange(bytes, 1, bytes.length);

        assertThat(names).isNotEmpty();
        for (String name : names) {
            assertThatCode(() -> ReaderFuzz.check(name, bytes)).doesNotThrowAnyException();
            assertThatCode(() -> ReaderFuzz.check(name, behind)).doesNotThrowAnyException();
        }
    }
}
