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
    void drawsRunsThatCanBeShapedAsPicturesWithTheirText() {
        DrawnText shaping = new DrawnText(new Drawing() {
            @Override
            public boolean isDrawable(int codePoint) {
                return codePoint < 0x250;
            }

            @Override
            public double shapedWidth(String run) {
                return run.startsWith("வ") ? 1.5 : 0;
            }
        });

        assertThat(shaping.markup("a வா 你 கா"))
                .startsWith("a <svg ")
                .contains("alt=\"வா\"", "width:1.500em", ">வா</text></svg> [U+4F60] [U+0B95 U+0BBE]");
        assertThat(shaping.undrawnInWords()).isEqualTo("Han 1, Tamil 2");
        assertThat(shaping.attribute("வா")).isEqualTo("[U+0BB5 U+0BBE]");
    }

    @Test
    void showsPlaceholdersByBracketsThatTheFontHas() {
        assertThat(text.markup("to ⟦child 1⟧")).isEqualTo("to [[child 1]]");
        assertThat(new DrawnText(codePoint -> true).markup("to ⟦child 1⟧")).isEqualTo("to ⟦child 1⟧");
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
