package suluh.app.host;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import suluh.core.disclosure.report.Drawing;
import suluh.core.kernel.Sha256Digest;

/**
 * Renders a report as tagged PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289) with its fonts, as far as they are used, and
 * colour profile inside.
 *
 * <p>Latin, Greek, Cyrillic and Chinese are drawn, and Tamil as small pictures that carry their text ({@link ReportFonts}).
 * Other scripts that join or reorder their letters are not; the writer of the text asks, and then shows code points. The same
 * page and moment give the same bytes.
 */
public final class ReportPdf implements AutoCloseable, Drawing {
    private final ReportFonts fonts;

    private ReportPdf(ReportFonts fonts) {
        this.fonts = fonts;
    }

    /** Opens the fonts. */
    public static ReportPdf open() throws IOException {
        return new ReportPdf(new ReportFonts());
    }

    @Override
    public boolean isDrawable(int codePoint) {
        return fonts.isDrawable(codePoint);
    }

    @Override
    public double shapedWidth(String run) {
        try {
            return fonts.shapedWidth(run);
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be read", e);
        }
    }

    /**
     * The PDF of this page.
     *
     * @param xhtml well-formed, with {@code lang} and a title; its text holds drawable code points only
     * @param madeAt moment that the document states
     */
    public byte[] pdf(String xhtml, Instant madeAt) throws IOException {
        try (PDDocument document = new PDDocument()) {
            return pdf(document, xhtml, madeAt);
        }
    }

    private byte[] pdf(PDDocument document, String xhtml, Instant madeAt) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.useFont(new PDFontSupplier(fonts.latin(document)), ReportFonts.LATIN);
        builder.useFont(new PDFontSupplier(fonts.han(document)), ReportFonts.HAN);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> null);
        builder.useSVGDrawer(new PictureDrawer(fonts));
        builder.withProducer("Suluh");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFKeepOpen();
            fix(document, xhtml, madeAt);
            document.save(out);
        }
        return out.toByteArray();
    }

    /** Sets what would else be of the moment: dates and the document's number. */
    private static void fix(PDDocument document, String xhtml, Instant madeAt) throws IOException {
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        date.setTimeInMillis(madeAt.toEpochMilli());
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String stated = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll(
                        "(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)",
                        "$1" + madeAt.truncatedTo(ChronoUnit.SECONDS) + "$2");
        metadata.importXMPMetadata(stated.getBytes(StandardCharsets.UTF_8));
        String digest = Sha256Digest.of(xhtml.getBytes(StandardCharsets.UTF_8)).hex();
        document.setDocumentId(Long.parseUnsignedLong(digest.substring(0, 16), 16));
    }

    @Override
    public void close() throws IOException {
        fonts.close();
    }
}
