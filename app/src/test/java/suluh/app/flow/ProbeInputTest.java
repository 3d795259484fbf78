package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProbeInput.Probed;
import suluh.app.host.InputException;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.ConversationFinding;
import suluh.core.kernel.Outcome;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.verify.VerifyCommand;

/** The main job from files handed in to a bundle that verifies, over the real database and vault. */
class ProbeInputTest {
    private static final String TELEGRAM = "{\"name\":\"Talk\",\"type\":\"personal_chat\",\"id\":7,\"messages\":["
            + "{\"id\":1,\"type\":\"message\",\"date\":\"2024-01-01T10:00:00\",\"date_unixtime\":\"1704074400\","
            + "\"from\":\"A\",\"from_id\":\"user1\",\"text\":\"hello\"},"
            + "{\"id\":2,\"type\":\"message\",\"date\":\"2024-01-01T10:01:00\",\"date_unixtime\":\"1704074460\","
            + "\"from\":\"B\",\"from_id\":\"user2\",\"text\":\"nul \\u0000 and lone \\ud800 end\"}]}";

    @TempDir
    private static Path folder;

    private static House house;
    private static Path synthetic;
    private static Probed probed;

    @BeforeAll
    static void takeASyntheticProbe() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        synthetic = SmallHouse.synthetic(folder.resolve("synth"), 6_000);
        probed = SmallHouse.probe(house, synthetic, folder.resolve("bundle-1"));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void takesASyntheticProbeToABundleThatVerifiesAndRepeatsItsFindings() throws Exception {
        Probed second = SmallHouse.probe(house, synthetic, folder.resolve("bundle-2"));

        assertThat(probed.leavesUnread()).isFalse();
        assertThat(probed.findings().observations()).containsEntry("message", 6_000L);
        assertThat(Files.mismatch(
                        folder.resolve("bundle-1/data/findings.json"), folder.resolve("bundle-2/data/findings.json")))
                .isEqualTo(-1);
        assertThat(second.opened().number()).isNotEqualTo(probed.opened().number());
        assertThat(verify(folder.resolve("bundle-1"))).contains("VERIFIED").doesNotContain("NOT VERIFIED");
        assertThat(verify(folder.resolve("bundle-2"))).contains("VERIFIED").doesNotContain("NOT VERIFIED");
    }

    @Test
    void findsTheSyntheticProbesLargestGroupAndItsConversationsWithCues() {
        assertThat(probed.findings().groups().getFirst().members()).isGreaterThanOrEqualTo(6_100);
        List<ConversationFinding> lookNow = probed.findings().conversations().stream()
                .filter(conversation -> conversation.band().equals("look-now"))
                .toList();
        assertThat(lookNow).hasSizeGreaterThanOrEqualTo(10);
        assertThat(probed.findings().actors()).isNotEmpty();
        assertThat(probed.findings().network().keyPlayers()).isNotEmpty();
    }

    @Test
    void keepsWhatItCanReadOfDamagedInputAndSealsAllOfIt() throws Exception {
        Path input = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(input.resolve("good.json"), TELEGRAM);
        Files.writeString(input.resolve("cut.json"), TELEGRAM.substring(0, TELEGRAM.length() - 40));
        Files.writeString(input.resolve("unknown.bin"), "no known export");
        byte[] zip = zip("result.json", TELEGRAM);
        Files.write(input.resolve("cut.zip"), java.util.Arrays.copyOf(zip, zip.length / 2));

        Probed other = SmallHouse.probe(house, input, folder.resolve("bundle-damaged"));

        assertThat(other.leavesUnread()).isTrue();
        assertThat(fate(other, "damaged/good.json")).isEqualTo(FileFate.READ);
        assertThat(fate(other, "damaged/cut.json")).isEqualTo(FileFate.PARTLY_READ);
        assertThat(fate(other, "damaged/unknown.bin")).isEqualTo(FileFate.NOT_UNDERSTOOD);
        assertThat(fate(other, "damaged/cut.zip").leavesUnread()).isTrue();
        assertThat(other.sealed().items()).hasSize(4);
        assertThat(verify(folder.resolve("bundle-damaged"))).contains("VERIFIED 25 files, 4 items");
    }

    @Test
    void refusesACaseWithoutMandateAndReceivesNothing() {
        Outcome<OpenedCase> offence = new OpenCase(house).run(Acting.operator("d11"), "MY-999", "MY-593-116B");
        Outcome<OpenedCase> authority = new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "NOBODY");
        Outcome<OpenedCase> agency = new OpenCase(house).run(Acting.operator("x"), "MY-792-12", "MY-593-116B");

        assertThat(code(offence)).isEqualTo(CaseworkCode.OFFENCE_UNKNOWN);
        assertThat(code(authority)).isEqualTo(CaseworkCode.AUTHORITY_UNKNOWN);
        assertThat(code(agency)).isEqualTo(CaseworkCode.AGENCY_UNKNOWN);
    }

    @Test
    void neverPutsAnotherCasesEntriesIntoABundle() throws Exception {
        Path input = Files.createDirectories(folder.resolve("other"));
        Files.writeString(input.resolve("good.json"), TELEGRAM);
        Probed other = SmallHouse.probe(house, input, folder.resolve("bundle-other"));

        String entries = Files.readString(folder.resolve("bundle-other/data/ledger/entries.jsonl"));

        assertThat(entries.lines())
                .allMatch(line -> line.contains("\"" + other.opened().number() + "\""));
    }

    @Test
    void findsAByteChangedInTheBundle() throws Exception {
        Path input = Files.createDirectories(folder.resolve("changed"));
        Files.writeString(input.resolve("good.json"), TELEGRAM);
        Path bundle = folder.resolve("bundle-changed");
        SmallHouse.probe(house, input, bundle);
        Path report = bundle.resolve("data/report.html");
        Files.copy(report, folder.resolve("report.copy"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(report, Files.readString(report).replace("Report of case", "report of case"));

        assertThat(verify(bundle)).contains("NOT VERIFIED data/report.html");
    }

    private static FileFate fate(Probed probed, String name) {
        return probed.readings().stream()
                .filter(reading -> reading.name().equals(name) && reading.path().isEmpty())
                .map(FileReading::fate)
                .findFirst()
                .orElseThrow();
    }

    private static Object code(Outcome<OpenedCase> outcome) {
        return outcome instanceof Outcome.Refused<OpenedCase> refused
                ? refused.refusal().code()
                : "done";
    }

    private static String verify(Path bundle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        VerifyCommand.run(List.of(bundle.toString()), stream, stream);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
