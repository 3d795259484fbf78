package suluh.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WideningTest {
    private static final Widening MIXED = Widening.ofMixedTalk();

    @Test
    void putsOtherWordsBesideThoseOfAPatternAndLeavesGapsAlone() {
        assertThat(MIXED.widen("secret * (see|tv)"))
                .isEqualTo("(secret|rahsia|rahasia) * (see|tv|tengok|lihat|nampak)");
    }

    @Test
    void keepsAPlaceThatMayBeLeftOut() {
        assertThat(MIXED.widen("(come|) zebra")).isEqualTo("(come||datang) zebra");
    }

    @Test
    void putsLongerFormsBesideAStem() {
        List<String> patterns = List.of("(call|) home", "(calling|caller) now");

        assertThat(Widening.ofStems(patterns).widen("(call|) home")).isEqualTo("(call||caller|calling) home");
        assertThat(Widening.NONE.widen("(call|) home")).isEqualTo("(call|) home");
    }

    @Test
    void findsACueWhoseWordsChangeLanguage() {
        CueMatcher matcher = CueMatcher.standard();

        assertThat(matcher.match("can i tengok your muka"))
                .extracting(CueMatch::family)
                .contains(CueFamily.PICTURE);
        assertThat(matcher.match("if you percaya saya then prove it"))
                .extracting(CueMatch::family)
                .contains(CueFamily.PRESSURE);
    }
}
