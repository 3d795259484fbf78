package suluh.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.disclosure.BundleLayout;
import suluh.core.ledger.TrustPolicy;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void verifiesAGoodBundleAndSaysThatTheKeyCameFromInside() throws Exception {
        Path bundle = new SmallBundle().write(folder);

        assertThat(run(bundle.toString())).isZero();
        assertThat(printed())
                .contains("VERIFIED 14 files, 2 items, 5 ledger entries, 1 findings pointers")
                .contains("no --keys were given");
    }

    @Test
    void trustsTheKeyGivenAndNoOther() throws Exception {
        SmallBundle good = new SmallBundle();
        Path bundle = good.write(folder.resolve("bundle"));
        Path right = Files.writeString(
                folder.resolve("right.txt"),
                "# the log\n" + TrustPolicy.ofLog(good.key).render());
        Path wrong = Files.writeString(
                folder.resolve("wrong.txt"),
                TrustPolicy.ofLog(new SmallBundle().key).render());

        assertThat(run(bundle.toString(), "--keys", right.toString())).isZero();
        assertThat(printed()).doesNotContain("no --keys");
        assertThat(run(bundle.toString(), "--keys", wrong.toString())).isEqualTo(1);
        assertThat(printed()).contains("4 FAULT").contains(BundleLayout.CHECKPOINT);
    }

    /** Each position of each file, with the lowest bit and with the case bit of letters turned. */
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x20})
    void findsAChangeOfAnyByteOfAnyFile(int turned) throws Exception {
        Path bundle = new SmallBundle().write(folder);
        for (Path file : files(bundle)) {
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at++) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) turned;
                Files.write(file, bad);
                assertThat(run(bundle.toString()))
                        .as("%s, byte %d", bundle.relativize(file), at)
                        .isEqualTo(1);
            }
            Files.write(file, good);
        }
        out.reset();
        assertThat(run(bundle.toString())).isZero();
    }

    @Test
    void namesEachFileThatIsTakenAwayAddedOrRenamed() throws Exception {
        Path bundle = new SmallBundle().write(folder);
        for (Path file : files(bundle)) {
            Path aside = folder.resolveSibling("aside-" + System.identityHashCode(file));
            Files.move(file, aside);
            assertThat(run(bundle.toString())).as("without %s", file).isEqualTo(1);
            Path renamed = file.resolveSibling("renamed");
            Files.copy(aside, renamed);
            assertThat(run(bundle.toString())).as("renamed %s", file).isEqualTo(1);
            Files.delete(renamed);
            Files.move(aside, file);
        }
        Files.writeString(bundle.resolve("data/evidence/" + "a".repeat(64)), "x");
        assertThat(run(bundle.toString())).isEqualTo(1);
        assertThat(printed()).contains("NOT VERIFIED data/evidence/" + "a".repeat(64));
    }

    @Test
    void followsNoLink() throws Exception {
        Path bundle = new SmallBundle().write(folder.resolve("bundle"));
        Path report = bundle.resolve(BundleLayout.REPORT);
        Path outside = folder.resolve("outside.html");
        Files.move(report, outside);
        Files.createSymbolicLink(report, outside);

        assertThat(run(bundle.toString())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "--keys", "--other x", "missing-folder"})
    void saysHowItIsUsed(String line) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");

        assertThat(run(args)).isEqualTo(1);
        assertThat(printed()).containsAnyOf("Usage", "There is no folder");
    }

    private static List<Path> files(Path bundle) throws IOException {
        try (Stream<Path> paths = Files.walk(bundle)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private int run(String... args) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return VerifyCommand.run(List.of(args), stream, stream);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
