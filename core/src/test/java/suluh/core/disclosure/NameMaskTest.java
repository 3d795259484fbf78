package suluh.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.canon.JsonObject;

class NameMaskTest {
    private static final NameMask MASK = NameMask.of(List.of("Aisyah <3", "telegram:user12", "Li"));

    @Test
    void hidesNamesWhateverTheirCaseAndKeepsTheLength() {
        String text = "aisyah <3 wrote, TELEGRAM:USER12 too";

        String masked = MASK.text(text);

        assertThat(masked).isEqualTo("▒▒▒▒▒▒▒▒▒ wrote, ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ too");
        assertThat(masked.codePointCount(0, masked.length())).isEqualTo(text.codePointCount(0, text.length()));
    }

    @Test
    void hidesAShortNameOnlyWhereItStandsAlone() {
        assertThat(MASK.text("Li and Lina, li")).isEqualTo("▒▒ and Lina, ▒▒");
    }

    @Test
    void leavesTheTagsOfADocumentAlone() {
        assertThat(NameMask.of(List.of("table", "Aisyah <3")).html("<table><td>Aisyah &lt;3, table</td></table>"))
                .isEqualTo("<table><td>▒▒▒▒▒▒▒▒▒▒▒▒, ▒▒▒▒▒</td></table>");
    }

    @Test
    void hidesInTheTextsOfFindingsButNotInTheirKeys() {
        JsonObject findings = JsonObject.builder()
                .put(
                        "telegram:user12",
                        JsonObject.builder()
                                .put("name", "Aisyah <3")
                                .put("messages", 3)
                                .build())
                .build();

        assertThat(MASK.json(findings))
                .isEqualTo(JsonObject.builder()
                        .put(
                                "telegram:user12",
                                JsonObject.builder()
                                        .put("name", "▒".repeat(9))
                                        .put("messages", 3)
                                        .build())
                        .build());
    }

    @Test
    void hidesNothingWhenThereIsNothingToHide() {
        NameMask nothing = NameMask.of(List.of(" ", ""));

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.text("as it is")).isEqualTo("as it is");
        assertThat(nothing.html("<b>as it is</b>")).isEqualTo("<b>as it is</b>");
    }
}
