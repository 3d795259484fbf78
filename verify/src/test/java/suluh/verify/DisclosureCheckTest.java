package suluh.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.core.disclosure.DisclosureLayout;
import suluh.core.disclosure.selection.Edition;

class DisclosureCheckTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void verifiesEachEditionAloneAndTheRelation() throws Exception {
        SmallDisclosure good = new SmallDisclosure();
        write(good);

        assertThat(verify("full")).as(printed()).isZero();
        assertThat(verify("redacted")).as(printed()).isZero();
        assertThat(verify("redacted", "--against", path("full"))).as(printed()).isZero();
        assertThat(printed())
                .contains("VERIFIED full edition of " + SmallDisclosure.PLAN)
                .contains("VERIFIED redacted edition of " + SmallDisclosure.PLAN)
                .contains("16 ok    they differ in what the log lists, and in nothing else: 5 records compared, "
                        + "5 passages restored");
    }

    @Test
    void opensSinglePassagesThatAreRevealed() throws Exception {
        SmallDisclosure good = new SmallDisclosure();
        write(good);
        Path line = Files.writeString(folder.resolve("line.jsonl"), good.openings.get(1));

        assertThat(verify("redacted", "--reveal", line.toString()))
                .as(printed())
                .isZero();
        assertThat(printed()).contains("14 ok    each revealed line opens its passage: 1 passages");
    }

    @Test
    void refusesARevealedLineThatDoesNotOpenItsPassage() throws Exception {
        SmallDisclosure good = new SmallDisclosure();
        write(good);
        Path line = Files.writeString(
                folder.resolve("line.jsonl"), good.openings.get(1).replace("Melati", "Mawar!"));

        assertThat(verify("redacted", "--reveal", line.toString())).isEqualTo(1);
        assertThat(printed()).contains("14 FAULT each revealed line opens its passage");
    }

    @Test
    void holdsNoOriginalInTheRedactedEdition() throws Exception {
        write(new SmallDisclosure());

        try (Stream<Path> files = Files.walk(folder.resolve("redacted"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file).toLowerCase(java.util.Locale.ROOT))
                        .as(file.toString())
                        .doesNotContain("melati");
            }
        }
    }

    @Test
    void findsEveryChangedByteOfTheRedactedEdition() throws Exception {
        write(new SmallDisclosure());
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("redacted"))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }

        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at += 1 + good.length / 12) {
                byte[] bad = good.clone();
                bad[at] ^= 1;
                Files.write(file, bad);
                assertThat(verify("redacted")).as(file + " at " + at).isEqualTo(1);
            }
            Files.write(file, good);
        }
    }

    private void write(SmallDisclosure disclosure) throws Exception {
        disclosure.write(Edition.FULL, folder.resolve("full"));
        disclosure.write(Edition.REDACTED, folder.resolve("redacted"));
        Files.writeString(folder.resolve("keys.txt"), disclosure.policy.render());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int verify(String edition, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(path(edition), "--keys", path("keys.txt")));
        args.addAll(Arrays.asList(more));
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Files.exists(folder.resolve(edition).resolve(DisclosureLayout.RECORDS)))
                .isTrue();
        return VerifyCommand.run(args, stream, stream);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
