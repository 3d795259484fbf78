package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.core.kernel.HostileText;
import suluh.core.observation.AccountRef;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.ReadingAlarm;
import suluh.exports.jsonl.ObservationJsonLines;

/** What a hostile file may hold, put into sound samples of each format: told or kept raw, and never fatal. */
class HostileInputTest {
    /** Turns direction, has no width, or cannot be seen. */
    private static final String HOSTILE = "A\u202Eb\u200B\u2066c\uFEFFd";

    private static final Pattern NAME = Pattern.compile(
            "\"(?:name|from|sender_name|senderName|username|title|accountDisplayName)\"\\s*:\\s*\"([^\"]*)\"");

    static Stream<Arguments> jsonFiles() {
        return GoldenCase.all().stream()
                .flatMap(golden -> golden.files().stream()
                        .filter(file -> file.fileName().matches(".*\\.js(?:on)?"))
                        .map(file -> Arguments.of(golden, file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jsonFiles")
    void endsAtAValueTooDeepAndSaysSo(GoldenCase golden, BytesFile file) {
        String deep = text(file).replaceFirst("\\{", "{\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",");

        Read read = Read.of(BytesFile.of(file.itemName(), deep));

        assertThat(read.readings()).hasSize(1);
        boolean told = read.alarms().contains("JSON_LIMIT")
                || read.reading().fate().leavesUnread()
                || !read.reading().reason().isEmpty();
        assertThat(told).as("%s %s", file.itemName(), read.readings()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jsonFiles")
    void readsANameOfAMegabyte(GoldenCase golden, BytesFile file) {
        Matcher name = NAME.matcher(text(file));
        StringBuilder out = new StringBuilder();
        while (name.find()) {
            String changed = name.group().substring(0, name.start(1) - name.start()) + "n".repeat(1 << 20) + "\"";
            name.appendReplacement(out, Matcher.quoteReplacement(changed));
        }
        name.appendTail(out);

        // Both alone: what lies beside a file can make it a repetition.
        Read whole = Read.of(BytesFile.of(file.itemName(), file.bytes()));
        Read read = Read.of(BytesFile.of(file.itemName(), out.toString()));

        // A record whose own name could not be read can be read with this one.
        assertThat(read.readings()).hasSize(1);
        assertThat(read.reading().recordsRead())
                .isGreaterThanOrEqualTo(whole.reading().recordsRead());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message_1.json | {\"participants\":[{\"name\":\"@\"}],\"messages\":[{\"sender_name\":\"@\",\"timestamp_ms\":1600000000000,\"content\":\"@\"}],\"title\":\"@\"}",
                "result.json | {\"name\":\"@\",\"type\":\"private_group\",\"id\":5,\"messages\":[{\"id\":1,\"type\":\"message\",\"date_unixtime\":\"1600000000\",\"from\":\"@\",\"from_id\":\"user1\",\"text\":\"@\"}]}",
                "WhatsApp Chat with A.txt | 13/01/23, 10:00 - @: @",
                "k.json | {\"guild\":{\"id\":\"1\",\"name\":\"@\"},\"channel\":{\"id\":\"2\",\"type\":\"GuildTextChat\",\"name\":\"@\"},\"messages\":[{\"id\":\"1191319909171200001\",\"type\":\"Default\",\"timestamp\":\"2024-01-01T10:00:00+00:00\",\"content\":\"@\",\"author\":{\"id\":\"3\",\"name\":\"@\",\"nickname\":\"@\"}}],\"messageCount\":1}",
                "report.xml | <report><incidentSummary><incidentType>Misleading Domain Name</incidentType><incidentDateTime>2024-01-01T00:00:00Z</incidentDateTime></incidentSummary><internetDetails><chatImIncident><chatRoomName>@</chatRoomName><content>@</content></chatImIncident></internetDetails><reporter><reportingPerson/></reporter></report>",
            })
    void keepsCharactersThatTurnOrHideTextRawAndShowsThemSafely(String name, String text) {
        Read read = Read.of(BytesFile.of(name, text.replace("@", HOSTILE)));

        Observation.Message message = read.messages().stream()
                .filter(found -> found.messageKind() == MessageKind.CONTENT)
                .findFirst()
                .orElseThrow();
        AccountRef sender = message.sender();
        assertThat(message.text()).isEqualTo(HOSTILE);
        // WhatsApp sets direction marks of its own around names, which its reader takes off.
        boolean marked = message.platform() == Platform.WHATSAPP;
        assertThat(sender == null || marked ? HOSTILE : sender.name()).isEqualTo(HOSTILE);
        assertThat(HostileText.markup(message.text()))
                .isEqualTo("A\u27E8U+202E\u27E9b\u27E8U+200B\u27E9\u27E8U+2066\u27E9c\u27E8U+FEFF\u27E9d");
    }

    @Test
    void keepsALoneSurrogateRawAndWritesItEscaped() {
        Read read = Read.of(BytesFile.of(
                "message_1.json",
                "{\"participants\":[{\"name\":\"x\"}],\"messages\":[{\"sender_name\":\"\\ud83d\",\"timestamp_ms\":1,"
                        + "\"content\":\"a\\udead\"}],\"title\":\"t\"}"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObservationJsonLines lines = new ObservationJsonLines(out);
        read.observations().forEach(lines::accept);
        lines.flush();

        assertThat(read.messages().getFirst().text()).isEqualTo("a\udead");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"a\\udead\"");
    }

    @Test
    void showsNamesOfKeysInertAndShort() {
        String key = "k\u202E<b>" + "x".repeat(1_000);
        Read read = Read.of(BytesFile.of(
                "message_1.json", "{\"participants\":[],\"messages\":[],\"" + key + "\":1,\"title\":\"t\"}"));

        List<String> messages =
                read.reading().alarms().stream().map(ReadingAlarm::message).toList();
        assertThat(messages).anyMatch(message -> message.contains("\\u202e\\u003cb\\u003e"));
        assertThat(messages).allMatch(message -> message.length() < 300);
    }

    private static String text(BytesFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
