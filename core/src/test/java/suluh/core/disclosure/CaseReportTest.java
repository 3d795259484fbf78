package suluh.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseReportTest {
    private static final String REPORT = CaseReport.html(
            SampleFindings.heading(),
            SampleFindings.items(),
            SampleFindings.readings(),
            SampleFindings.findings(),
            "<svg></svg>");

    @Test
    void lettingNothingOutOfEvidenceAct() {
        assertThat(REPORT)
                .doesNotContain("<script")
                .doesNotContain("\u202E")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;⟨U+202E⟩𝕏 &amp; co");
    }

    @Test
    void fetchesNothingAndRunsNothing() {
        assertThat(REPORT)
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("url(")
                .doesNotContain("onload");
    }

    @Test
    void marksThePassageOfACueByCodePoints() {
        assertThat(REPORT).contains("<mark><bdi>our secret</bdi></mark>");
    }

    @Test
    void pointsFromEachPassageToItsSealedBytes() {
        assertThat(REPORT).contains(SampleFindings.ITEM.value() + " inner/x.json @5+60");
    }

    @Test
    void saysThatAnEntryOfTheRegisterIsUnchecked() {
        assertThat(REPORT).contains("Act 1, s. 1 (entry not yet compared with the text of the law)");
    }

    @Test
    void isTheSameForTheSameFindings() {
        String again = CaseReport.html(
                SampleFindings.heading(),
                SampleFindings.items(),
                SampleFindings.readings(),
                SampleFindings.findings(),
                "<svg></svg>");

        assertThat(again).isEqualTo(REPORT);
    }

    @Test
    void cutsLongMessagesBetweenCharactersAndSaysSo() {
        String text = "𝕏".repeat(200);

        assertThat(MessageExcerpt.before(text, text.length()).codePoints().skip(1))
                .containsOnly("𝕏".codePointAt(0));
        assertThat(MessageExcerpt.after(text, 0)).endsWith("…");
    }
}
