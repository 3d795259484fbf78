package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.PrintSourceBytes.Printed;
import suluh.app.flow.ProbeInput.Probed;
import suluh.app.host.InputException;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.observation.SourcePointer;

class PrintSourceBytesTest {
    private static final String CHAT = "13/01/23, 10:00 - A: hello\n13/01/23, 10:01 - B: hi there\n";
    private static final int SECOND = CHAT.indexOf("13/01/23, 10:01");

    @TempDir
    private static Path folder;

    private static House house;
    private static Probed probed;
    private static ReceivedItem zip;

    @BeforeAll
    static void probe() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        Path input = Files.createDirectories(folder.resolve("input"));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(input.resolve("chat.zip")))) {
            out.putNextEntry(new ZipEntry("WhatsApp Chat with B.txt"));
            out.write(CHAT.getBytes(StandardCharsets.UTF_8));
        }
        probed = SmallHouse.probe(house, input, folder.resolve("bundle"));
        zip = probed.sealed().items().getFirst();
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void printsTheSealedBytesOfARecordInsideAnArchive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Printed printed = SmallHouse.done(print("WhatsApp Chat with B.txt", SECOND, 29, out));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("13/01/23, 10:01 - B: hi there");
        assertThat(printed.caseNumber()).isEqualTo(probed.opened().number());
        assertThat(printed.bytes()).isEqualTo(29);
    }

    @Test
    void recordsTheLookInCustodyAndLedger() throws IOException {
        int before = house.evidence().custody(probed.opened().id(), zip.id()).size();

        SmallHouse.done(print("WhatsApp Chat with B.txt", 3, 5, new ByteArrayOutputStream()));

        var custody = house.evidence().custody(probed.opened().id(), zip.id());
        assertThat(custody).hasSize(before + 1);
        assertThat(custody.getLast().act()).isEqualTo("shown");
        assertThat(custody.getLast().result()).isEqualTo("bytes 3+5");
    }

    @Test
    void saysHowManyBytesThereWereWhenTheFileEndsBefore() throws IOException {
        Printed printed = SmallHouse.done(print("WhatsApp Chat with B.txt", SECOND, 500, new ByteArrayOutputStream()));

        assertThat(printed.bytes()).isEqualTo(CHAT.length() - SECOND);
    }

    @Test
    void refusesWhatIsNotThereAndRecordsNothing() throws IOException {
        int before = house.evidence().custody(probed.opened().id(), zip.id()).size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(code(print("no such file", 0, 1, out))).isEqualTo(CaseworkCode.SOURCE_UNKNOWN);
        assertThat(code(print("WhatsApp Chat with B.txt", 5_000, 1, out))).isEqualTo(CaseworkCode.SOURCE_UNKNOWN);
        EvidenceId other = new EvidenceId("ev-" + "0".repeat(32));
        assertThat(code(new PrintSourceBytes(house).run(new SourcePointer(other, "", 0, 1), null, out)))
                .isEqualTo(CaseworkCode.ITEM_UNKNOWN);
        SourcePointer known = new SourcePointer(zip.id(), "", 0, 1);
        assertThat(code(new PrintSourceBytes(house).run(known, "SU-1900-0001", out)))
                .isEqualTo(CaseworkCode.ITEM_UNKNOWN);
        assertThat(out.size()).isZero();
        assertThat(house.evidence().custody(probed.opened().id(), zip.id())).hasSize(before);
    }

    private static Outcome<Printed> print(String path, long offset, long length, ByteArrayOutputStream out)
            throws IOException {
        return new PrintSourceBytes(house).run(new SourcePointer(zip.id(), path, offset, length), null, out);
    }

    private static Object code(Outcome<Printed> outcome) {
        return outcome instanceof Outcome.Refused<Printed> refused
                ? refused.refusal().code()
                : "not refused";
    }
}
