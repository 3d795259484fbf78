package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ZoneKnowledge;

class ExportsTest {
    private static final String TELEGRAM = "{\"name\":\"G\",\"type\":\"private_group\",\"id\":5,\"messages\":["
            + "{\"id\":1,\"type\":\"message\",\"date_unixtime\":\"1600000000\",\"from\":\"A\",\"from_id\":\"user1\",\"text\":\"a\"},"
            + "{\"id\":2,\"type\":\"message\",\"date_unixtime\":\"1600000001\",\"from\":\"A\",\"from_id\":\"user1\",\"text\":\"b\"}]}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt      | nothing like a chat                | NOT_UNDERSTOOD | text in the form of no known export",
                "a.json     | nothing like JSON                  | NOT_UNDERSTOOD | the name says JSON and the bytes are not",
                "t.json     | [{\"author\":1,\"message\":2}]     | NOT_UNDERSTOOD | JSON in the form of no known export",
                "a.html     | <!DOCTYPE html><html></html>       | NOT_UNDERSTOOD | an HTML page",
                "message_1.html | <html><body></body></html>     | NOT_UNDERSTOOD | a page of a thread in which no message was found",
                "your_facebook_activity/a.html | <html></html>   | NOT_UNDERSTOOD | a page of a Meta export made as HTML, and no thread",
                "a.xml      | <report/>                          | NOT_UNDERSTOOD | XML in the form of no known export",
                "r.xml      | <!DOCTYPE report><report><incidentSummary/></report> | NOT_UNDERSTOOD | a document type",
                "a.pdf      | %PDF-1.7                           | NOT_UNDERSTOOD | the document is damaged",
            })
    void saysWhatAFileLooksLikeWhenNobodyReadsIt(String name, String text, FileFate fate, String reason) {
        Read read = Read.of(BytesFile.of(name, text));

        assertThat(read.reading().fate()).isEqualTo(fate);
        assertThat(read.reading().reason()).startsWith(reason);
        assertThat(read.observations()).isEmpty();
    }

    @Test
    void skipsAnEmptyFile() {
        assertThat(Read.of(BytesFile.of("a.json", "")).reading().fate()).isEqualTo(FileFate.SKIPPED);
    }

    @Test
    void keepsTheRecordsBeforeACut() {
        String cut = TELEGRAM.substring(0, TELEGRAM.length() - 20);

        Read read = Read.of(BytesFile.of("result.json", cut));

        FileReading reading = read.reading();
        assertThat(read.messages()).hasSize(1);
        assertThat(reading.fate()).isEqualTo(FileFate.PARTLY_READ);
        assertThat(reading.recordsNotUnderstood()).isEqualTo(1);
        assertThat(reading.alarms().getFirst().code()).isEqualTo(ReadingCode.JSON_CUT);
        assertThat(reading.alarms().getFirst().offset()).isEqualTo(cut.length());
    }

    @Test
    void doesNotUnderstandAFileThatIsNoJsonAtAll() {
        Read read = Read.of(BytesFile.of("messages/inbox/x_1/message_1.json", "{this is not: valid json"));

        assertThat(read.reading().fate()).isEqualTo(FileFate.NOT_UNDERSTOOD);
        assertThat(read.alarms()).containsExactly("JSON_INVALID");
    }

    @Test
    void readsAChatWhoseHeaderStandsBehindItsMessages() {
        String turned =
                "{\"messages\":[{\"id\":1,\"type\":\"message\",\"date_unixtime\":\"1600000000\",\"from_id\":\"user1\","
                        + "\"text\":\"a\"}],\"id\":5,\"type\":\"private_supergroup\",\"name\":\"G\"}";

        Read read = Read.of(BytesFile.of("result.json", turned));

        assertThat(read.messages().getFirst().conversation().id()).isEqualTo("channel/5");
        assertThat(read.all(Observation.Group.class)).hasSize(1);
    }

    @Test
    void tellsARecordTooDeepAndKeepsTheOnesBefore() {
        String deep = TELEGRAM.replace("\"text\":\"b\"", "\"text\":" + "[".repeat(500) + "]".repeat(500));

        Read read = Read.of(BytesFile.of("result.json", deep));

        assertThat(read.messages()).hasSize(1);
        assertThat(read.alarms()).endsWith("JSON_LIMIT");
        assertThat(read.reading().fate()).isEqualTo(FileFate.PARTLY_READ);
    }

    @Test
    void readsANameOfAMegabyteAndLoneSurrogates() {
        String name = "n".repeat(1 << 20);
        String hostile = TELEGRAM.replace("\"from\":\"A\"", "\"from\":\"" + name + "\"")
                .replace("\"text\":\"b\"", "\"text\":\"\\ud800x\\u202e\"");

        Read read = Read.of(BytesFile.of("result.json", hostile));

        assertThat(read.messages()).hasSize(2);
        assertThat(read.messages().get(1).text()).isEqualTo("\ud800x\u202e");
    }

    @Test
    void tellsAKeyTooLongToBeOne() {
        String hostile = TELEGRAM.replace("\"text\":\"b\"", "\"" + "k".repeat(1 << 20) + "\":1");

        assertThat(Read.of(BytesFile.of("result.json", hostile)).alarms()).containsExactly("JSON_LIMIT");
    }

    @Test
    void countsUnknownKeysOnceForEachKey() {
        String drifted = TELEGRAM.replace("\"type\":\"message\"", "\"type\":\"message\",\"aura\":1");

        assertThat(Read.of(BytesFile.of("result.json", drifted)).alarms()).containsExactly("KEY_UNKNOWN");
    }

    @Test
    void tellsTextInUtf16() {
        byte[] bytes = TELEGRAM.getBytes(StandardCharsets.UTF_16);

        assertThat(Read.of(BytesFile.of("result.json", bytes)).reading().reason())
                .startsWith("text in UTF-16");
    }

    @Test
    void takesTheZoneThatThePersonNamed() {
        ZoneId zone = ZoneId.of("Asia/Kuala_Lumpur");
        ReadingContext context = new ReadingContext(zone, "60", ArchiveLimits.USUAL, SpoolSpace.none());
        BytesFile file = BytesFile.of("WhatsApp Chat with A.txt", "13/01/23, 10:00 - A: x\n");

        Observation.Message message = Read.of(file, context).messages().getFirst();

        assertThat(message.sentAt().instant()).isEqualTo(Instant.parse("2023-01-13T02:00:00Z"));
        assertThat(message.sentAt().zone()).isEqualTo(ZoneKnowledge.ASSUMED);
    }

    @Test
    void tellsBytesThatAreNoUtf8AndCarriesOn() {
        byte[] bytes = "13/01/23, 10:00 - A: x\u00e9\n13/01/23, 10:01 - A: y\n".getBytes(StandardCharsets.ISO_8859_1);

        Read read = Read.of(BytesFile.of("WhatsApp Chat with A.txt", bytes));

        assertThat(read.messages()).hasSize(2);
        assertThat(read.alarms()).containsExactly("ENCODING_INVALID");
    }

    @Test
    void readsAChatWhoseBeginningIsMissing() {
        BytesFile file = BytesFile.of("WhatsApp Chat with A.txt", "end of a message\n13/01/23, 10:00 - A: x\n");

        FileReading reading = Read.of(file).reading();

        assertThat(reading.fate()).isEqualTo(FileFate.PARTLY_READ);
        assertThat(reading.recordsRead()).isEqualTo(1);
        assertThat(reading.recordsNotUnderstood()).isEqualTo(1);
    }

    @Test
    void readsALineLongerThanTheLimitAsOneMessage() {
        String text = "13/01/23, 10:00 - A: " + "x".repeat(3 << 20) + "\n13/01/23, 10:01 - B: y\n";

        Read read = Read.of(BytesFile.of("WhatsApp Chat with A.txt", text));

        assertThat(read.messages()).hasSize(2);
        assertThat(read.messages().getFirst().text()).hasSize(3 << 20);
        assertThat(read.alarms()).containsExactly("LINE_LIMIT");
    }
}
