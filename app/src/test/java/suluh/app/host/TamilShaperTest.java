package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tamil as it is drawn: what stands before its consonant comes first, and what joins is one glyph. */
class TamilShaperTest {
    private TrueTypeFont font;
    private TamilShaper shaper;

    @BeforeEach
    void open() throws IOException {
        try (var in = ReportFonts.class.getResourceAsStream("/fonts/noto-sans-tamil-tamil-400-normal.woff")) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(WoffFont.unpacked(in)));
        }
        shaper = new TamilShaper(font);
    }

    @AfterEach
    void close() throws IOException {
        font.close();
    }

    @Test
    void putsAVowelSignBeforeItsConsonant() throws IOException {
        assertThat(shaped("கெ")).containsExactly(glyph(0x0BC6), glyph(0x0B95));
        assertThat(shaped("மலை")).containsExactly(glyph(0x0BAE), glyph(0x0BC8), glyph(0x0BB2));
    }

    @Test
    void splitsASignOfTwoParts() throws IOException {
        List<Integer> around = List.of(glyph(0x0BC7), glyph(0x0B95), glyph(0x0BBE));

        assertThat(shaped("கோ")).isEqualTo(around);
        assertThat(shaped("க\u0BC7\u0BBE")).as("written as two").isEqualTo(around);
    }

    @Test
    void joinsWhatTheFontJoins() throws IOException {
        assertThat(shaped("க்")).hasSize(1).doesNotContain(glyph(0x0B95));
        assertThat(shaped("கு")).hasSize(1).doesNotContain(glyph(0x0B95));
        assertThat(shaped("க்ஷ")).hasSize(1);
        assertThat(shaped("க்ஷெ")).startsWith(glyph(0x0BC6)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"வணக்கம்", "யாரிடமும்", "சொல்லாதே", "பள்ளிக்கூடம்", "ஸ்ரீ", "நாளை", "கௌதம்"})
    void drawsWordsWithoutMarksThatWouldNeedAnAnchor(String word) throws IOException {
        assertThat(shaped(word)).isNotEmpty();
        for (int glyph : shaped(word)) {
            assertThat(font.getAdvanceWidth(glyph)).isPositive();
        }
    }

    @Test
    void drawsNothingThatWouldLookWrong() throws IOException {
        assertThat(shaper.glyphs("\u0BCD")).as("a mark alone").isEmpty();
        assertThat(shaper.glyphs("అ")).as("another script").isEmpty();
    }

    private List<Integer> shaped(String run) throws IOException {
        return shaper.glyphs(run).orElse(List.of());
    }

    private int glyph(int codePoint) throws IOException {
        return font.getUnicodeCmapLookup().getGlyphId(codePoint);
    }
}
