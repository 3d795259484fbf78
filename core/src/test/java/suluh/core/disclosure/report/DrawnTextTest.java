package suluh.core.disclosure.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No character is dropped, whatever the font lacks. */
class DrawnTextTest {
    private final DrawnText text = new DrawnText(codePoint -> codePoint < 0x250);

    @Test
    void showsWhatCannotBeDrawnAsCodePointsAndCountsItByScript() {
        assertThat(text.markup("jumpa 你好 வா?")).isEqualTo("jumpa [U+4F60 U+597D] [U+0BB5 U+0BBE]?");
        assertThat(text.undrawnInWords()).isEqualTo("Han 2, Tamil 2");
    }

    @Test
    void closesTheBracketAtTheEnd() {
        assertThat(text.markup("a\uD83D\uDE00")).isEqualTo("a[U+1F600]");
    }

    @Test
    void leavesWhatCanBeDrawnAndMakesItHarmless() {
        assertThat(text.markup("café <b> & \"x\"")).isEqualTo("café &lt;b&gt; &amp; &quot;x&quot;");
        assertThat(text.undrawnInWords()).isEmpty();
    }
}
