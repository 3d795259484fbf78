package suluh.exports.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.PageStanding;
import suluh.exports.BytesFile;
import suluh.exports.GoldenCase;
import suluh.exports.Read;
import suluh.exports.archive.ExportArchive;

class WarcReaderTest {
    private static final byte[] PAGES = golden("pages");

    @Test
    void readsAPackedCaptureRecordByRecordWithOffsetsOfThePlainBytes() throws IOException {
        BytesFile packed = BytesFile.of("x.warc.gz", membersOf(PAGES));

        Read read = Read.of(packed);

        assertThat(read.readings())
                .extracting(FileReading::path, FileReading::fate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("x.warc", FileFate.READ),
                        org.assertj.core.groups.Tuple.tuple("", FileFate.READ));
        assertThat(read.all(Observation.Page.class)).hasSize(7);
        Observation.Media picture = read.all(Observation.Media.class).getFirst();
        try (InputStream in =
                ExportArchive.open(packed, picture.source().path()).orElseThrow()) {
            in.skipNBytes(picture.source().offset());
            assertThat(in.readNBytes(4)).containsExactly(0x89, 'P', 'N', 'G');
        }
    }

    @Test
    void tellsEachByteOfABlockThatWasChanged() {
        int page = new String(PAGES, StandardCharsets.ISO_8859_1).indexOf("6,100 members");
        byte[] changed = PAGES.clone();
        changed[page] ^= 1;

        Read read = Read.of(BytesFile.of("x.warc", changed));

        // Block and payload of the page; the capture in chunks comes later and is untouched.
        assertThat(read.alarms()).filteredOn("DIGEST_DIFFERS"::equals).hasSize(2);
    }

    @Test
    void saysWhichPagesAreAWallAndNotContent() {
        Read read = Read.of(BytesFile.of("x.warc", PAGES));

        assertThat(read.all(Observation.Page.class))
                .extracting(Observation.Page::standing)
                .containsExactly(
                        PageStanding.CONTENT,
                        PageStanding.LOGIN_WALL,
                        PageStanding.LOGIN_WALL,
                        PageStanding.ERROR,
                        PageStanding.OTHER,
                        PageStanding.CONTENT,
                        PageStanding.CONTENT);
        assertThat(read.messages()).extracting(Observation.Message::text).noneMatch(text -> text.contains("Log in"));
    }

    @ParameterizedTest(name = "{0} bytes missing")
    @ValueSource(ints = {1, 3, 5, 200, 900})
    void tellsACaptureThatWasCut(int missing) {
        Read read = Read.of(BytesFile.of("x.warc", Arrays.copyOf(PAGES, PAGES.length - missing)));

        assertThat(read.alarms()).contains("CAPTURE_CUT");
        assertThat(read.all(Observation.Page.class)).isNotEmpty();
    }

    @Test
    void tellsAPackedCaptureThatWasCut() {
        byte[] packed = membersOf(PAGES);

        Read read = Read.of(BytesFile.of("x.warc.gz", Arrays.copyOf(packed, packed.length - 30)));

        assertThat(read.alarms()).contains("ARCHIVE_CUT");
        assertThat(read.readings()).allMatch(reading -> reading.fate().leavesUnread());
    }

    @Test
    void tellsAMemberWhoseCheckSumIsWrong() {
        byte[] packed = membersOf(PAGES);
        packed[packed.length - 6] ^= 1;

        assertThat(Read.of(BytesFile.of("x.warc.gz", packed)).alarms()).contains("ARCHIVE_DAMAGED");
    }

    @Test
    void readsNothingOfAVersionThatItDoesNotKnow() {
        Read read = Read.of(BytesFile.of("x.warc", "WARC/0.17\r\nContent-Length: 0\r\n\r\n\r\n\r\n"));

        assertThat(read.reading().fate()).isEqualTo(FileFate.NOT_UNDERSTOOD);
        assertThat(read.alarms()).containsExactly("CAPTURE_INVALID");
    }

    @Test
    void stopsAtALengthThatIsNotThatOfTheBlock() {
        byte[] wrong = new String(PAGES, StandardCharsets.ISO_8859_1)
                .replaceFirst("Content-Length: (\\d)(\\d)", "Content-Length: $11")
                .getBytes(StandardCharsets.ISO_8859_1);

        Read read = Read.of(BytesFile.of("x.warc", wrong));

        assertThat(read.alarms()).contains("DIGEST_DIFFERS", "CAPTURE_INVALID");
        assertThat(read.reading().fate().leavesUnread()).isTrue();
    }

    private static byte[] golden(String name) {
        return GoldenCase.all().stream()
                .filter(golden -> golden.folder().endsWith("warc/" + name))
                .findFirst()
                .orElseThrow()
                .files()
                .getFirst()
                .bytes();
    }

    /** Each record as a member of its own, as writers of captures pack them. */
    private static byte[] membersOf(byte[] warc) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = new String(warc, StandardCharsets.ISO_8859_1);
        int from = 0;
        while (from < text.length()) {
            int next = text.indexOf("\r\n\r\nWARC/1.", from + 1);
            int end = next < 0 ? text.length() : next + 4;
            try (GZIPOutputStream member = new GZIPOutputStream(out)) {
                member.write(warc, from, end - from);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            from = end;
        }
        return out.toByteArray();
    }
}
