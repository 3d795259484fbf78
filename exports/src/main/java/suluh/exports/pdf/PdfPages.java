package suluh.exports.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of each page of one document, as if the document were an archive of texts {@code page-1.txt} and so on.
 *
 * <p>A place in a document that a person can check is a page and a place in its text: its bytes are packed and out of
 * order. The text is what the library makes of the document, and the same for the same document. Not thread-safe.
 */
public final class PdfPages implements AutoCloseable {
    /** Longest document; a report with its pictures has some ten megabytes, and it is held in memory. */
    public static final int MAX_BYTES = 64 << 20;
    /** Pages read; whole account productions reach some thousand. */
    public static final int MAX_PAGES = 5_000;
    /** Characters of one page; a page of small print has some ten thousand. */
    public static final int MAX_PAGE_CHARS = 1 << 20;

    private static final Pattern NAME = Pattern.compile("page-([1-9][0-9]{0,3})\\.txt");

    static {
        FontMappers.set(new BundledFont());
    }

    private final PDDocument document;

    private PdfPages(PDDocument document) {
        this.document = document;
    }

    /** True when bytes begin as a document does. */
    public static boolean opens(byte[] head) {
        return new String(head, 0, Math.min(head.length, 5), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /** Opens the document that a stream holds; the caller closes the stream. */
    public static PdfPages open(InputStream in) throws IOException, PdfFault {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new PdfFault(true, "the document has more than " + MAX_BYTES + " bytes");
        }
        StreamBounds.check(bytes, StreamBounds.MAX_UNPACKED_BYTES);
        try {
            PDDocument document = Loader.loadPDF(bytes);
            return new PdfPages(document);
        } catch (InvalidPasswordException e) {
            throw new PdfFault(false, "the document is locked with a password; ask for it, or for an open copy");
        } catch (IOException e) {
            throw new PdfFault(false, "the document is damaged: its structure cannot be read");
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ClassCastException
                | NullPointerException
                | NegativeArraySizeException
                | ArithmeticException e) {
            throw damaged("the document");
        }
    }

    /** Number of pages that the document states. */
    public int count() {
        return document.getNumberOfPages();
    }

    /** Name of a page's text, from page 1. */
    public static String nameOf(int page) {
        return "page-" + page + ".txt";
    }

    /**
     * Text of a page.
     *
     * @param page from 1
     */
    public String text(int page) throws PdfFault {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            String text = stripper.getText(document).strip();
            if (text.length() > MAX_PAGE_CHARS) {
                throw new PdfFault(true, "page " + page + " has more than " + MAX_PAGE_CHARS + " characters");
            }
            return text;
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ClassCastException
                | NullPointerException
                | NegativeArraySizeException
                | ArithmeticException e) {
            throw damaged("page " + page);
        }
    }

    /** The library meets damage that it did not expect with any of these; its stream is in memory and cannot fail. */
    private static PdfFault damaged(String what) {
        return new PdfFault(false, what + " is damaged: no text can be taken from it");
    }

    /** The text of a page by its name, in UTF-8; empty when there is no such page or no text of it. */
    public static Optional<InputStream> open(InputStream in, String name) throws IOException {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try (in;
                PdfPages pages = open(in)) {
            int page = Integer.parseInt(matcher.group(1));
            return page > pages.count()
                    ? Optional.empty()
                    : Optional.of(new ByteArrayInputStream(pages.text(page).getBytes(StandardCharsets.UTF_8)));
        } catch (PdfFault e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
