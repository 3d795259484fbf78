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
    void changesTheLanguageOfEachWordOfAPhrase() {
        assertThat(MIXED.widen("(see tv|now)")).isEqualTo("(see tv|now|tengok tv|lihat tv|nampak tv|sekarang)");
    }

    @Test
    void setsTheOwnerBehindTheThingAsMalayDoes() {
        assertThat(Widening.ownerBehind("see (your|the) (bag|hat) now"))
                .contains("see (bag|hat) (you|awak|kamu|kau|adik) now");
        assertThat(Widening.ownerBehind("see your * hat")).isEmpty();
        assertThat(Widening.ownerBehind("see your (bag|) hat")).isEmpty();
        assertThat(Widening.ownerBehind("see the bag")).isEmpty();
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
        assertThat(matcher.match("when do mum awak sleep"))
                .extracting(CueMatch::family)
                .contains(CueFamily.GUARDIANS);
        assertThat(matcher.match("if you percaya saya then prove it"))
                .extracting(CueMatch::family)
                .contains(CueFamily.PRESSURE);
    }
}
