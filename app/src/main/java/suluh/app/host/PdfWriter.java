package suluh.app.host;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Renders a page of our own as a tagged PDF (PDF/UA-1, ISO 14289) with its font inside; nothing is fetched.
 *
 * <p>The font is the one that PDFBox carries (Liberation Sans): Latin, Greek and Cyrillic. Letters of other scripts show
 * as missing; the machine-readable twin has them all.
 */
public final class PdfWriter {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Name of the font in the page's style. */
    private static final String FAMILY = "Letter";

    static {
        // It tells of its progress on standard error, line by line.
        XRLog.setLoggingEnabled(false);
    }

    private PdfWriter() {}

    /**
     * The PDF of this page.
     *
     * @param xhtml well-formed, with {@code lang} and a title
     */
    public static byte[] pdf(String xhtml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(PdfWriter::font, FAMILY);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.NONE);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Suluh");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    static InputStream font() {
        InputStream in = PdfWriter.class.getResourceAsStream(FONT);
        if (in == null) {
            throw new IllegalStateException("PDFBox lacks its font " + FONT);
        }
        return in;
    }
}
