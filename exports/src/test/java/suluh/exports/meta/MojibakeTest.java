package suluh.exports.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
    @ParameterizedTest
    @ValueSource(strings = {"café", "❤", "👍🏽", "தமிழ்", "漢字", "\u202E"})
    void undoesBytesWrittenAsCharacters(String right) {
        String wrong = new String(right.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Mojibake.repaired(wrong)).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "café", "漢字", "Ã", "é right, Ã© wrong", "\ud800", "â\u009d"})
    void leavesWhatIsNotProvablyWrong(String text) {
        assertThat(Mojibake.repaired(text)).isSameAs(text);
    }

    @Test
    void repairsOnceOnly() {
        String twice = "caf\u00c3\u0083\u00c2\u00a9";

        assertThat(Mojibake.repaired(twice)).isEqualTo("caf\u00c3\u00a9");
    }
}
