package suluh.core.casework.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.Authority;
import suluh.core.casework.LegalSource;
import suluh.core.casework.Opening;
import suluh.core.casework.Provider;
import suluh.core.casework.StartEvent;
import suluh.core.casework.Wording;
import suluh.core.casework.course.Sensitivity;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetKind;
import suluh.core.kernel.Sha256Digest;

class LetterTest {
    private static final LegalSource SOURCE = new LegalSource("Act 1, s. 1", LocalDate.of(2026, 1, 1), false);

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void speaksBothLanguagesForEveryKind(RequestKind kind) {
        for (String language : List.of("en", "ms")) {
            String page = LetterPage.render(letter(kind, language, "t.me/x"), "x.json", Sha256Digest.of(new byte[0]));

            assertThat(page)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("{0}")
                    .doesNotContain("null");
        }
    }

    @Test
    void carriesTheSixItemsTheDutyOfSilenceAndTheMarking() {
        String page = LetterPage.render(
                letter(RequestKind.PRESERVATION, "en", "t.me/x"), "x.json", Sha256Digest.of(new byte[0]));

        assertThat(page)
                .contains("(a) Authority", "(f) Intended request", "must not disclose", "SENSITIVE", "90 days")
                .contains("has not been compared with the text of");
    }

    @Test
    void letsNoTextAct() {
        Letter letter = letter(RequestKind.PRODUCTION, "en", "<img src=x>\u202E");

        String page = LetterPage.render(letter, "x.json", Sha256Digest.of(new byte[0]));

        assertThat(page).contains("&lt;img src=x&gt;⟨U+202E⟩").doesNotContain("<img");
    }

    @Test
    void saysTheSameToMachines() {
        String json = CanonicalJson.text(
                letter(RequestKind.PRESERVATION, "ms", "t.me/x").json());

        assertThat(json)
                .contains("\"article29\":{\"a\":\"A\"", "\"period\":\"PT2160H\"", "\"mustNotTell\":true")
                .contains("\"until\":\"2026-02-01\"");
    }

    private static Letter letter(RequestKind kind, String language, String target) {
        boolean keeps = kind == RequestKind.PRESERVATION;
        return new Letter(
                kind,
                language,
                "SU-2026-0001/R-1",
                LocalDate.of(2026, 1, 2),
                "Agency",
                new Provider("p", "Provider", List.of("telegram"), List.of(), SOURCE),
                new Authority(
                        "A-1",
                        new Wording("A power", "Suatu kuasa"),
                        LocalDate.of(2026, 1, 1),
                        null,
                        SOURCE,
                        Set.of(Opening.PRESERVATION),
                        true),
                keeps ? new SixItems("A", "B", "C", "D", "E", "F") : null,
                new Asked(
                        List.of(new Target(TargetKind.ACCOUNT, "telegram", target, target)),
                        null,
                        LocalDate.of(2026, 2, 1),
                        kind == RequestKind.TAKE_DOWN ? Set.of() : Set.of(RecordType.MESSAGES)),
                keeps ? new RequestClock("C", Duration.ofDays(90), StartEvent.SENT, 1, Duration.ofDays(14)) : null,
                true,
                Sensitivity.SENSITIVE,
                "");
    }
}
