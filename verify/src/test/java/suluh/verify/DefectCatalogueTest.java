package suluh.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kept bundles of {@code testdata/bundles}: a good one, and one for each defect, which its own step must find. Made
 * again only with {@code -Dsuluh.golden.rewrite=true}, and then reviewed.
 */
class DefectCatalogueTest {
    private static final Path CATALOGUE =
            Path.of(System.getProperty("suluh.home", ".."), "verify/src/test/resources/testdata/bundles");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static List<BundleDefect> defects() {
        return BundleDefect.all();
    }

    @Test
    void verifiesTheGoodBundleWithKeysAndAnchorFromOutside() throws Exception {
        if (Boolean.getBoolean("suluh.golden.rewrite")) {
            write("good", new WitnessedBundle(), good -> good.bundle.files());
        }

        assertThat(verify("good")).isZero();
        assertThat(printed())
                .contains("VERIFIED")
                .contains("cosigned by d11-ed25519, d11-ml-dsa-44")
                .contains("time-stamps: 1")
                .contains("by CN=Authority of test bundles\n")
                .doesNotContain("Note:");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void findsEachDefectByItsOwnStep(BundleDefect defect) throws Exception {
        if (Boolean.getBoolean("suluh.golden.rewrite")) {
            write(defect.name(), new WitnessedBundle(), defect.breaking());
        }

        assertThat(verify(defect.name())).isEqualTo(1);
        assertThat(printed()).contains("\n" + defect.step() + " FAULT ").contains("NOT VERIFIED");
    }

    @Test
    void holdsABundleForEachDefectAndNoOther() throws IOException {
        try (Stream<Path> folders = Files.list(CATALOGUE)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("good"), defects().stream().map(BundleDefect::name))
                                    .toList());
        }
    }

    private int verify(String name) {
        Path folder = CATALOGUE.resolve(name);
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        stream.println();
        return VerifyCommand.run(
                List.of(
                        folder.resolve("bundle").toString(),
                        "--keys",
                        folder.resolve("keys.txt").toString(),
                        "--anchors",
                        folder.resolve("anchors.pem").toString()),
                stream,
                stream);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(String name, WitnessedBundle good, BundleDefect.Breaking breaking) throws Exception {
        Path folder = CATALOGUE.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        SortedMap<String, byte[]> files = breaking.files(good);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve("bundle").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.writeString(folder.resolve("keys.txt"), good.bundle.policy.render());
        Files.writeString(folder.resolve("anchors.pem"), good.stamps.pem());
    }
}
