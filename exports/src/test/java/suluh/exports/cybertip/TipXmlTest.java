package suluh.exports.cybertip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.Read;

/** What is written is read again by our own reader, which checks the form of the schema. */
class TipXmlTest {
    @Test
    void writesTheFormThatOurReaderChecks() {
        for (TipReport report : List.of(TipReports.full(), TipReports.least())) {
            Read read = Read.of(BytesFile.of("report.xml", xml(report)));

            assertThat(read.alarms()).isEmpty();
            assertThat(read.reading().fate()).isEqualTo(FileFate.READ);
        }
    }

    @Test
    void everythingSaidIsReadAgain() {
        Read read = Read.of(BytesFile.of("report.xml", xml(TipReports.full())));

        assertThat(read.all(Observation.Account.class)).hasSize(2);
        assertThat(read.all(Observation.Login.class))
                .extracting(Observation.Login::address)
                .containsExactly("192.0.2.1", "2001:db8::1");
        assertThat(read.all(Observation.ContactPoint.class))
                .extracting(Observation.ContactPoint::value)
                .contains("+601555550123", "ali@example.org", "t.me/ali");
    }

    @Test
    void showsWhatXmlCannotHoldAndWhatTurnsText() {
        assertThat(xml(TipReports.full()))
                .contains("Group &lt;A&gt; &amp; ⟨U+202E⟩friends", "Ali: ⟨U+0000⟩hello")
                .doesNotContain("\u202E");
    }

    @Test
    void marksNoUrgencyThatNobodyStated() {
        assertThat(xml(TipReports.least())).doesNotContain("escalateToHighPriority", "<victim>");
    }

    @Test
    void takesNoIncidentTypeThatTheSchemaLacks() {
        assertThat(IncidentType.wordsOf("misleading-domain")).contains("Misleading Domain Name");
        assertThat(IncidentType.wordsOf("Something else")).isEmpty();
        for (IncidentType type : IncidentType.values()) {
            assertThat(TipReport.isIncidentType(type.words())).isTrue();
        }
        TipReport least = TipReports.least();
        assertThatThrownBy(() -> new TipReport(
                        "Something else",
                        least.platform(),
                        least.urgency(),
                        least.at(),
                        least.atNote(),
                        least.chats(),
                        least.pages(),
                        least.agency(),
                        least.caseNumber(),
                        least.filer(),
                        least.reported(),
                        least.children(),
                        least.note()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String xml(TipReport report) {
        return new String(TipXml.bytes(report), StandardCharsets.UTF_8);
    }
}
