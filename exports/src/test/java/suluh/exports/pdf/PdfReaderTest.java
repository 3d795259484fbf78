package suluh.exports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.exports.BytesFile;
import suluh.exports.GoldenCase;
import suluh.exports.Read;
import suluh.exports.archive.ExportArchive;

class PdfReaderTest {
    @Test
    void takesTheTextOfEachPageAndTheFewFactsThatNeedNoGuess() {
        Read read = Read.of(report());

        assertThat(read.reading().recordsRead()).isEqualTo(2);
        assertThat(read.reading().skipped()).containsEntry("page without text", 1L);
        assertThat(read.messages()).allMatch(message -> message.sender() == null);
        assertThat(read.all(Observation.Report.class).getFirst().id()).isEqualTo("190000007");
        assertThat(read.all(Observation.Report.class).getFirst().platform()).isEqualTo(Platform.CYBERTIP);
        assertThat(read.all(Observation.Hash.class).getFirst().name()).isEqualTo("kite-7.jpg");
        assertThat(read.all(Observation.ContactPoint.class)).isEmpty();
    }

    @Test
    void saysHowMuchOfTheLabelledLinesItTook() {
        Read read = Read.of(report());

        assertThat(read.alarms()).containsExactly("FIELD_COVERAGE", "PAGE_WITHOUT_TEXT");
        assertThat(read.reading().alarms().getFirst().message())
                .contains("of 10 labelled lines 4", "\"Wind Direction\"");
    }

    @Test
    void pointsToAPlaceInTheTextOfAPage() throws IOException {
        BytesFile report = report();

        Observation.Hash hash = Read.of(report).all(Observation.Hash.class).getFirst();

        assertThat(hash.source().path()).isEqualTo("page-2.txt");
        try (InputStream in = ExportArchive.open(report, hash.source().path()).orElseThrow()) {
            in.skipNBytes(hash.source().offset());
            byte[] bytes = in.readNBytes((int) hash.source().length());
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("MD5: 9e107d9d372bb6826bd81d3542a419d6");
        }
        assertThat(ExportArchive.open(report, "page-9.txt")).isEmpty();
    }

    @Test
    void refusesADocumentThatUnpacksToMoreThanTheLimitInOneLayerOrTwo() throws IOException, PdfFault {
        byte[] once = packed(new byte[(1 << 20) + 1]);

        for (byte[] stream : new byte[][] {once, packed(once)}) {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            document.writeBytes("%PDF-1.7\n1 0 obj <</Length 9>>\nstream\n".getBytes(StandardCharsets.US_ASCII));
            document.writeBytes(stream);
            byte[] bytes = document.toByteArray();

            assertThat(catchThrowableOfType(PdfFault.class, () -> StreamBounds.check(bytes, 1 << 20))
                            .isLimit())
                    .isTrue();
            StreamBounds.check(bytes, 2 << 20);
        }
    }

    @Test
    void refusesADocumentInAPackingThatIsNotUnpackedHere() {
        Read read = Read.of(BytesFile.of("x.pdf", "%PDF-1.7\n1 0 obj <</Filter /LZWDecode>>"));

        assertThat(read.alarms()).containsExactly("DOCUMENT_LIMIT");
        assertThat(read.reading().fate()).isEqualTo(FileFate.NOT_UNDERSTOOD);
    }

    @Test
    void saysThatADocumentIsLocked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }

        Read read = Read.of(BytesFile.of("x.pdf", out.toByteArray()));

        assertThat(read.alarms()).containsExactly("DOCUMENT_UNREADABLE");
        assertThat(read.reading().reason()).contains("locked");
    }

    @Test
    void readsACutDocumentOrSaysThatItCannot() {
        byte[] whole = report().bytes();

        for (int length = 6; length < whole.length; length += 97) {
            Read read = Read.of(BytesFile.of("x.pdf", Arrays.copyOf(whole, length)));

            assertThat(read.readings()).hasSize(1);
            assertThat(read.messages().isEmpty()).isEqualTo(read.reading().recordsRead() == 0);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packer = new DeflaterOutputStream(out)) {
            packer.write(bytes);
        }
        return out.toByteArray();
    }

    private static BytesFile report() {
        return GoldenCase.all().stream()
                .filter(golden -> golden.folder().endsWith("pdf/report"))
                .findFirst()
                .orElseThrow()
                .files()
                .getFirst();
    }
}
