package suluh.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.core.bag.BagCheck;
import suluh.core.bag.BagVerdict;

/** The Library of Congress's conformance suite (CC0): read from outside the repository, never copied into it. */
@Tag("conformance")
class BagConformanceTest {
    private static final Path SUITE =
            Path.of(System.getProperty("suluh.shared.data", "")).resolve("bagit");

    static Stream<Path> valid() throws IOException {
        return bags("v0.97/valid", "v1.0/valid");
    }

    static Stream<Path> invalid() throws IOException {
        return bags("v0.97/invalid", "v0.97/linux-only", "v0.97/windows-only", "v1.0/invalid");
    }

    static Stream<Path> doubtful() throws IOException {
        return bags("v0.97/warning");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void acceptsEachValidBag(Path bag) throws IOException {
        needs(bag);

        assertThat(BagCheck.check(new DiskBundle(bag))).isInstanceOf(BagVerdict.Valid.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void refusesEachInvalidBagWithAReason(Path bag) throws IOException {
        needs(bag);

        assertThat(BagCheck.check(new DiskBundle(bag)))
                .isInstanceOfSatisfying(
                        BagVerdict.Invalid.class,
                        invalid -> assertThat(invalid.where())
                                .contains(whereOf(bag.getFileName().toString())));
    }

    /** The suite calls these neither; each gets a note, or is refused where a file that it lists is not there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("doubtful")
    void saysWhatIsOddAboutADoubtfulBag(Path bag) throws IOException {
        needs(bag);

        switch (BagCheck.check(new DiskBundle(bag))) {
            case BagVerdict.Valid valid -> assertThat(valid.warnings()).isNotEmpty();
            case BagVerdict.Invalid invalid ->
                assertThat(bag.resolve(invalid.where())).doesNotExist();
        }
    }

    /** The file that is to blame, by the name that the suite gives the bag. */
    private static String whereOf(String name) {
        return switch (name) {
            case "baginfo-missing-encoding",
                    "bom-in-bagit.txt",
                    "invalid-version-number",
                    "missing-bagit.txt",
                    "bagit-with-invalid-whitespace" -> "bagit.txt";
            case "missing-baginfo" -> "bag-info.txt";
            case "corrupt-data-file", "extra-file-in-bag", "notAllManifestsListAllFiles" -> "data/";
            case "corrupt-tag-file" -> ".txt";
            case "same-filename-listed-twice-with-the-same-hash" -> "manifest-";
            // The 1.0 bag of this name also has a blank after its version, and fails there.
            case "same-filename-listed-twice-with-different-hashes" -> ".txt";
            default -> name.endsWith("fetch") ? "fetch.txt" : "manifest-md5.txt";
        };
    }

    private static Stream<Path> bags(String... groups) throws IOException {
        if (!Files.isDirectory(SUITE)) {
            return Stream.of(SUITE);
        }
        Stream.Builder<Path> bags = Stream.builder();
        for (String group : groups) {
            try (Stream<Path> children = Files.list(SUITE.resolve(group))) {
                children.filter(Files::isDirectory).sorted().forEach(bags);
            }
        }
        return bags.build();
    }

    private static void needs(Path bag) {
        Assumptions.assumeTrue(
                !bag.equals(SUITE), () -> "did not run: there are no third-party data at " + SUITE.toAbsolutePath());
    }
}
