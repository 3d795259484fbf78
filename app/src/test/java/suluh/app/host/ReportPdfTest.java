package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.pdfbox.Loader;
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
    void drawsLatinLettersAndNoScriptThatNeedsShaping() throws Exception {
        try (ReportPdf pdf = ReportPdf.open()) {
            assertThat("Aé–“Ж".codePoints().allMatch(pdf::isDrawable)).isTrue();
            assertThat("你வאع😀".codePoints().noneMatch(pdf::isDrawable)).isTrue();
        }
    }
}
