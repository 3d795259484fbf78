package suluh.exports.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.GoldenCase;
import suluh.exports.Read;

class MessageJsonLinesTest {
    private static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(new byte[0]), "lines");

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsBackWhatIsWritten(GoldenCase golden) throws IOException {
        List<Observation> written = new ArrayList<>();
        for (BytesFile file : golden.files()) {
            written.addAll(Read.of(file).observations());
        }

        List<Observation.Message> read = read(lines(written));

        List<Observation.Message> expected = written.stream()
                .filter(Observation.Message.class::isInstance)
                .map(Observation.Message.class::cast)
                .toList();
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("attachments", "order")
                .isEqualTo(expected);
    }

    @Test
    void keepsLoneSurrogatesAndControlCharacters() throws IOException {
        String text = "a\ud800b\udc00\u0000\u202E\"\\\n🤓";
        String line = "{\"platform\":\"web\",\"conversation\":{\"id\":\"c\"},\"text\":\"x\"}\n";
        Observation.Message plain = read(line).getFirst();
        Observation.Message hostile = new Observation.Message(
                plain.conversation(),
                text,
                null,
                plain.sentAt(),
                plain.messageKind(),
                text,
                null,
                List.of(),
                null,
                0,
                plain.source());

        Observation.Message read = read(lines(List.of(hostile))).getFirst();

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.id()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"platform\":\"web\",\"conversation\":{\"id\":\"c\"}}                | text is missing",
                "{\"platform\":\"web\",\"text\":\"\"}                                  | conversation.id is missing",
                "{\"conversation\":{\"id\":\"c\"},\"text\":\"\"}                       | platform is missing",
                "{\"platform\":\"fax\",\"conversation\":{\"id\":\"c\"},\"text\":\"\"}  | platform holds an unknown word",
                "{\"platform\":\"web\",\"conversation\":{\"id\":\"c\"},\"text\":1}     | text must be a string",
                "[1]                                                                   | expected an object",
                "{\"a\":                                                               | it is not JSON",
                "{} {}                                                                 | a second value stands in one line",
            })
    void namesTheLineAtFault(String line, String message) {
        String good = "{\"platform\":\"web\",\"conversation\":{\"id\":\"c\"},\"text\":\"x\"}\n";

        if (line.equals("{} {}")) {
            String two = good.strip() + " " + good;
            assertThatThrownBy(() -> read(good + two)).hasMessage("line 2: " + message);
            return;
        }
        assertThatThrownBy(() -> read(good + line + "\n"))
                .isInstanceOf(JsonLinesException.class)
                .hasMessageEndingWith(message)
                .hasMessageMatching("line [23]: .*");
    }

    private static String lines(List<Observation> observations) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObservationJsonLines writer = new ObservationJsonLines(out);
        observations.forEach(writer::accept);
        writer.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Observation.Message> read(String lines) throws IOException {
        List<Observation.Message> read = new ArrayList<>();
        MessageJsonLines.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), ITEM, read::add);
        return read;
    }
}
