package suluh.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostileTextTest {
    @Test
    void turnsMarkupIntoText() {
        assertThat(HostileText.markup("<script>'\"&</script>"))
                .isEqualTo("&lt;script&gt;&#39;&quot;&amp;&lt;/script&gt;");
    }

    @Test
    void makesDirectionAndControlCharactersVisible() {
        assertThat(HostileText.markup("a\u202Eb\u0000c\u200Bd")).isEqualTo("a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d");
    }

    @Test
    void showsALoneSurrogateAsItsNumber() {
        assertThat(HostileText.markup("x\uD83D!")).isEqualTo("x⟨U+D83D⟩!");
    }

    @Test
    void leavesWritingOfAllScriptsAsItIs() {
        String text = "Apa khabar? 你好 வணக்கம் 👩‍👧 می‌خواهم\nline";

        assertThat(HostileText.markup(text)).isEqualTo(text);
    }
}
