package suluh.app.host;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of reports: Liberation Sans, which PDFBox brings, for Latin, Greek and Cyrillic; Noto Sans SC for Chinese, some
 * 7,300 characters of it, simplified and the common traditional ones; Noto Sans Tamil, whose runs are shaped here and drawn as
 * outlines (both SIL Open Font License 1.1).
 *
 * <p>Other scripts whose letters join or change places, such as Arabic, are in none: nothing here would shape them.
 */
final class ReportFonts implements AutoCloseable {
    /** Name of the first font in a page's style. */
    static final String LATIN = "Report";
    /** Name of the second. */
    static final String HAN = "ReportHan";

    private static final String HAN_FILE = "/fonts/noto-sans-sc-chinese-simplified-400-normal.woff";

    private static final String TAMIL_FILE = "/fonts/noto-sans-tamil-tamil-400-normal.woff";

    private final TrueTypeFont latin;
    private final CmapLookup latinGlyphs;
    private final TrueTypeFont han;
    private final CmapLookup hanGlyphs;
    private final TrueTypeFont tamil;
    private final TamilShaper shaper;

    /** A glyph of one of the fonts. */
    record Glyph(TrueTypeFont font, int id) {
        /** In em. */
        double width() throws IOException {
            return font.getAdvanceWidth(id) / (double) font.getUnitsPerEm();
        }
    }

    ReportFonts() throws IOException {
        try (InputStream in = PdfWriter.font()) {
            this.latin = new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
        this.latinGlyphs = latin.getUnicodeCmapLookup();
        this.han = new TTFParser().parse(new RandomAccessReadBuffer(file(HAN_FILE)));
        this.hanGlyphs = han.getUnicodeCmapLookup();
        // PDFBox looks for ligatures by a pattern made anew for every word, which takes most of the time of a report.
        latin.setEnableGsub(false);
        han.setEnableGsub(false);
        this.tamil = new TTFParser().parse(new RandomAccessReadBuffer(file(TAMIL_FILE)));
        this.shaper = new TamilShaper(tamil);
    }

    private static byte[] file(String path) throws IOException {
        try (InputStream in = ReportFonts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its font " + path);
            }
            return WoffFont.unpacked(in);
        }
    }

    /** The first font, for this document. */
    PDFont latin(PDDocument document) throws IOException {
        return PDType0Font.load(document, latin, true);
    }

    /** The second font, for this document. */
    PDFont han(PDDocument document) throws IOException {
        return PDType0Font.load(document, han, true);
    }

    /** True when one of the fonts draws this code point as it should look. */
    boolean isDrawable(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case LATIN, GREEK, CYRILLIC -> latinGlyphs.getGlyphId(codePoint) > 0;
            case HAN -> hanGlyphs.getGlyphId(codePoint) > 0;
            case COMMON -> latinGlyphs.getGlyphId(codePoint) > 0 || hanGlyphs.getGlyphId(codePoint) > 0;
            default -> false;
        };
    }

    /** Width in em of a run of Tamil, or 0 when it cannot be shaped. */
    double shapedWidth(String run) throws IOException {
        double width = 0;
        for (int glyph : shaper.glyphs(run).orElse(List.of())) {
            width += new Glyph(tamil, glyph).width();
        }
        return width;
    }

    /** The glyphs of a text from left to right; a character that no font has is the first font's box. */
    List<Glyph> glyphs(String text) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length()
                    && Character.UnicodeScript.of(text.codePointAt(end)) == Character.UnicodeScript.TAMIL) {
                end += Character.charCount(text.codePointAt(end));
            }
            List<Integer> shaped = end == at
                    ? List.of()
                    : shaper.glyphs(text.substring(at, end)).orElse(List.of());
            if (shaped.isEmpty()) {
                glyphs.add(of(text.codePointAt(at)));
                at += Character.charCount(text.codePointAt(at));
            } else {
                shaped.forEach(glyph -> glyphs.add(new Glyph(tamil, glyph)));
                at = end;
            }
        }
        return glyphs;
    }

    private Glyph of(int codePoint) {
        boolean isOfHan = latinGlyphs.getGlyphId(codePoint) <= 0 && hanGlyphs.getGlyphId(codePoint) > 0;
        return isOfHan
                ? new Glyph(han, hanGlyphs.getGlyphId(codePoint))
                : new Glyph(latin, latinGlyphs.getGlyphId(codePoint));
    }

    @Override
    public void close() throws IOException {
        latin.close();
        han.close();
        tamil.close();
    }
}
