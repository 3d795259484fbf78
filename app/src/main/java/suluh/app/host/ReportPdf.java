package suluh.app.host;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import suluh.core.kernel.Sha256Digest;

/**
 * Renders a report as tagged PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289) with its font and colour profile inside.
 *
 * <p>The font is that of {@link PdfWriter}: Latin, Greek and Cyrillic letters are drawn. Scripts that join or reorder their
 * letters are not shaped here, so they are not drawn even where a glyph exists; {@link #isDrawable} tells the writer of the
 * text, which then shows code points. The same page and moment give the same bytes.
 */
public final class ReportPdf implements AutoCloseable {
    /** Name of the font in the page's style. */
    private static final String FAMILY = "Report";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private ReportPdf(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    /** Opens the font. */
    public static ReportPdf open() throws IOException {
        try (var in = PdfWriter.font()) {
            return new ReportPdf(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        }
    }

    /** True when the font draws this code point as it should look. */
    public boolean isDrawable(int codePoint) {
        boolean isPlain = switch (Character.UnicodeScript.of(codePoint)) {
            case LATIN, GREEK, CYRILLIC, COMMON -> true;
            default -> false;
        };
        return isPlain && glyphs.getGlyphId(codePoint) > 0;
    }

    /**
     * The PDF of this page.
     *
     * @param xhtml well-formed, with {@code lang} and a title; its text holds drawable code points only
     * @param madeAt moment that the document states
     */
    public byte[] pdf(String xhtml, Instant madeAt) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(PdfWriter::font, FAMILY);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> null);
        builder.useSVGDrawer(new PictureDrawer(font));
        builder.withProducer("Suluh");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                fix(document, xhtml, madeAt);
                document.save(out);
            }
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
        font.close();
    }
}
