package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Pages made twice are the same, and state their own moment only. */
class ReportPdfTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String PAGE = "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>"
            + "<title>t</title><meta name=\"description\" content=\"d\"/><style>* { font-family: Report; }</style></head>"
            + "<body><h1>Hello</h1><p>text</p></body></html>";

    @Test
    void theSamePageAndMomentGiveTheSameBytes() throws Exception {
        try (ReportPdf pdf = ReportPdf.open()) {
            byte[] first = pdf.pdf(PAGE, AT);
            byte[] second = pdf.pdf(PAGE, AT);
            byte[] later = pdf.pdf(PAGE, AT.plusSeconds(60));

            assertThat(second).isEqualTo(first);
            assertThat(later).isNotEqualTo(first);
        }
    }

    @Test
    void bothPlacesStateTheMoment() throws Exception {
        try (ReportPdf pdf = ReportPdf.open();
                var document = Loader.loadPDF(pdf.pdf(PAGE, AT))) {
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);

            assertThat(metadata).contains("<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        }
    }

    @Test
    void drawsLatinAndChineseAndNoScriptThatNeedsShaping() throws Exception {
        try (ReportPdf pdf = ReportPdf.open()) {
            assertThat("Aé–“Ж你好吗，學「」".codePoints().allMatch(pdf::isDrawable)).isTrue();
            assertThat("வאعけ한😀⟦".codePoints().noneMatch(pdf::isDrawable)).isTrue();
        }
    }

    @Test
    void embedsOfTheChineseFontOnlyWhatIsDrawn() throws Exception {
        String chinese = PAGE.replace("font-family: Report;", "font-family: Report, ReportHan;")
                .replace("<p>text</p>", "<p>jumpa 你好吗，明天见 ok</p>");
        try (ReportPdf pdf = ReportPdf.open()) {
            byte[] plain = pdf.pdf(PAGE, AT);
            byte[] bytes = pdf.pdf(chinese, AT);
            try (var document = Loader.loadPDF(bytes)) {
                assertThat(new PDFTextStripper().getText(document)).contains("jumpa 你好吗，明天见 ok");
            }
            assertThat(bytes.length - plain.length).isBetween(1_000, 60_000);
            assertThat(pdf.pdf(chinese, AT)).isEqualTo(bytes);
        }
    }

    @Test
    void refusesWhatIsNoPackedFont() {
        assertThatThrownBy(() -> WoffFont.unpacked(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no font");
        byte[] cut = ByteBuffer.allocate(44)
                .putInt(0, 0x774F4646)
                .putShort(12, (short) 3)
                .putInt(16, 1_000)
                .array();
        assertThatThrownBy(() -> WoffFont.unpacked(new ByteArrayInputStream(cut)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut");
    }
}
