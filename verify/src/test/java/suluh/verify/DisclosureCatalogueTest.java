package suluh.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.core.disclosure.selection.Edition;

/**
 * The kept disclosures of {@code testdata/disclosures}: a good one in both editions, and one for each defect, which its own
 * step must find. Made again only with {@code -Dsuluh.golden.rewrite=true}, and then reviewed.
 */
class DisclosureCatalogueTest {
    private static final Path CATALOGUE =
            Path.of(System.getProperty("suluh.home", ".."), "verify/src/test/resources/testdata/disclosures");

    @TempDir
    private Path made;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static List<DisclosureDefect> defects() {
        return DisclosureDefect.all();
    }

    @Test
    void verifiesBothEditionsOfTheGoodDisclosureAndTheirRelation() throws Exception {
        if (Boolean.getBoolean("suluh.golden.rewrite")) {
            write(new SmallDisclosure());
            keep("good", List.of(Edition.values()));
        }

        assertThat(verify("good", Edition.FULL)).as(printed()).isZero();
        assertThat(verify("good", Edition.REDACTED)).as(printed()).isZero();
        assertThat(verify("good", Edition.REDACTED, "--against", path("good", Edition.FULL)))
                .as(printed())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void findsEachDefectByItsOwnStep(DisclosureDefect defect) throws Exception {
        if (Boolean.getBoolean("suluh.golden.rewrite")) {
            SmallDisclosure disclosure = new SmallDisclosure();
            defect.breaking().change(disclosure);
            write(disclosure);
            defect.tampering().change(made);
            keep(defect.name(), defect.isOfBoth() ? List.of(Edition.values()) : List.of(defect.edition()));
        }

        int exit = defect.isOfBoth()
                ? verify(defect.name(), Edition.REDACTED, "--against", path(defect.name(), Edition.FULL))
                : verify(defect.name(), defect.edition());

        assertThat(exit).as(printed()).isEqualTo(1);
        assertThat(printed()).contains("\n" + defect.step() + " FAULT ").contains("NOT VERIFIED");
    }

    @Test
    void holdsADisclosureForEachDefectAndNoOther() throws IOException {
        try (Stream<Path> folders = Files.list(CATALOGUE)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("good"), defects().stream().map(DisclosureDefect::name))
                                    .toList());
        }
    }

    private String path(String name, Edition edition) {
        return CATALOGUE.resolve(name).resolve(edition.wire()).toString();
    }

    private int verify(String name, Edition edition, String... more) {
        List<String> args = new ArrayList<>(List.of(
                path(name, edition),
                "--keys",
                CATALOGUE.resolve(name).resolve("keys.txt").toString()));
        args.addAll(List.of(more));
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        stream.println();
        return VerifyCommand.run(args, stream, stream);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(SmallDisclosure disclosure) throws Exception {
        disclosure.write(Edition.FULL, made.resolve(Edition.FULL.wire()));
        disclosure.write(Edition.REDACTED, made.resolve(Edition.REDACTED.wire()));
        Files.writeString(made.resolve("keys.txt"), disclosure.policy.render());
    }

    /** Puts what was made into the catalogue; of most defects one edition is enough. */
    private void keep(String name, List<Edition> editions) throws IOException {
        Path folder = CATALOGUE.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        Files.copy(made.resolve("keys.txt"), folder.resolve("keys.txt"));
        for (Edition edition : editions) {
            Path from = made.resolve(edition.wire());
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = folder.resolve(edition.wire())
                            .resolve(from.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
    }
}
