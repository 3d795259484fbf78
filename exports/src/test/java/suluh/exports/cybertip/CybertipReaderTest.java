package suluh.exports.cybertip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.ArchiveLimits;
import suluh.exports.BytesFile;
import suluh.exports.Read;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;

class CybertipReaderTest {
    private static final String SUMMARY = "<incidentSummary><incidentType>Misleading Domain Name</incidentType>"
            + "<incidentDateTime>2024-01-01T00:00:00</incidentDateTime></incidentSummary>";
    private static final String REPORTER = "<reporter><reportingPerson/></reporter>";

    @Test
    void keepsTheBlocksBeforeACut() {
        Read read = Read.of(report(SUMMARY + REPORTER + "<victim><victimPerson/><screenName>a"));

        assertThat(read.reading().fate()).isEqualTo(FileFate.PARTLY_READ);
        assertThat(read.reading().recordsRead()).isEqualTo(2);
        assertThat(read.reading().recordsNotUnderstood()).isEqualTo(1);
        assertThat(read.alarms()).containsExactly("MARKUP_CUT");
    }

    @Test
    void joinsAnAccountOverBlocksOnlyByServiceAndId() {
        String known = "<screenName>a</screenName>";
        Read read = Read.of(report(SUMMARY + REPORTER
                + "<personOrUserReported><espIdentifier>7</espIdentifier><espService>K</espService></personOrUserReported>"
                + "<personOrUserReported><espIdentifier>7</espIdentifier>" + known + "</personOrUserReported>"
                + "<personOrUserReported><espIdentifier>7</espIdentifier>" + known
                + "</personOrUserReported></report>"));

        assertThat(read.all(Observation.Account.class))
                .extracting(account -> account.account().key())
                .doesNotHaveDuplicates()
                .contains("cybertip:K/7");
        assertThat(read.alarms()).isEmpty();
    }

    @Test
    void takesTheZoneThatThePersonNamedWhereTheReportNamesNone() {
        ReadingContext context =
                new ReadingContext(ZoneId.of("Asia/Kuala_Lumpur"), "60", ArchiveLimits.USUAL, SpoolSpace.none());

        Read read = Read.of(report(SUMMARY + REPORTER + "</report>"), context);

        assertThat(read.all(Observation.Report.class).getFirst().at().zone()).isEqualTo(ZoneKnowledge.ASSUMED);
    }

    @Test
    void neverNamesWhoWroteWhatIsQuoted() {
        Read read = Read.of(report(SUMMARY
                + "<internetDetails><chatImIncident><content>hello</content></chatImIncident></internetDetails>"
                + REPORTER + "</report>"));

        assertThat(read.messages()).allMatch(message -> message.sender() == null);
        assertThat(read.messages()).extracting(Observation.Message::text).contains("hello");
    }

    @Test
    void saysOfEachAccountWhichBlockNamedIt() {
        Read read = Read.of(report(SUMMARY + REPORTER + "<victim><victimPerson/></victim></report>"));

        assertThat(read.all(Observation.Attribute.class))
                .filteredOn(attribute -> attribute.attribute() == AttributeKind.STANDING)
                .extracting(Observation.Attribute::value)
                .containsExactly("victim");
    }

    @Test
    void readsNothingBehindADocumentType() {
        Read read = Read.of(BytesFile.of(
                "report.xml", "<!DOCTYPE report [<!ENTITY a 'b'>]><report>" + SUMMARY + REPORTER + "</report>"));

        assertThat(read.reading().fate()).isEqualTo(FileFate.NOT_UNDERSTOOD);
        assertThat(read.alarms()).containsExactly("XML_INVALID");
        assertThat(read.observations()).isEmpty();
    }

    private static BytesFile report(String blocks) {
        return BytesFile.of("report.xml", "<report>" + blocks);
    }
}
