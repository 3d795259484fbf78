package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.exports.json.JsonCursor;
import suluh.exports.jsonl.ObservationJsonLines;
import tools.jackson.core.JsonToken;

/**
 * What a platform changes without a word is told: a key renamed, a label renamed, a file cut.
 *
 * <p>A renamed key may go untold only when every observation stays what it was.
 */
class DriftTest {
    /** Places at which a file is cut; each lies inside its first or last records or between them. */
    private static final int CUTS = 23;

    static List<GoldenCase> casesOfJson() {
        return cases(Set.of("meta-messages", "meta-section"));
    }

    static List<GoldenCase> casesOfReturns() {
        return cases(Set.of("meta-return"));
    }

    static List<GoldenCase> casesOfMarkup() {
        return cases(Set.of("meta-page", "meta-return", "cybertip-xml"));
    }

    private static List<GoldenCase> cases(Set<String> formats) {
        return GoldenCase.all().stream()
                .filter(golden -> formats.contains(
                        golden.toString().substring(0, golden.toString().indexOf('/'))))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesOfJson")
    void aRenamedKeyIsTold(GoldenCase golden) throws IOException {
        for (BytesFile file : golden.files()) {
            if (Read.of(file).reading().fate() != FileFate.READ) {
                continue;
            }
            String text = new String(file.bytes(), StandardCharsets.UTF_8);
            for (String key : keys(file)) {
                String renamed = text.replaceAll(
                        Pattern.quote("\"" + key + "\"") + "(\\s*:)",
                        Matcher.quoteReplacement("\"" + key + "_v9\"") + "$1");
                if (renamed.equals(text)) {
                    continue;
                }

                Read read = Read.of(BytesFile.of(file.itemName(), renamed));

                if (!words(read).equals(words(Read.of(file)))) {
                    assertTold(read.reading(), file.itemName() + ": the key " + key + " renamed");
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesOfReturns")
    void aRenamedLabelIsTold(GoldenCase golden) {
        for (BytesFile file : golden.files()) {
            String text = new String(file.bytes(), StandardCharsets.UTF_8);
            for (String label : List.of("Author", "Sent", "Body", "IP Address", "Time", "Current Participants")) {
                String renamed = text.replace(">" + label + "<", ">" + label + " v9<");
                if (renamed.equals(text)) {
                    continue;
                }

                FileReading reading =
                        Read.of(BytesFile.of(file.itemName(), renamed)).reading();

                assertTold(reading, file.itemName() + ": the label " + label + " renamed");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"casesOfJson", "casesOfMarkup"})
    void aCutFileIsTold(GoldenCase golden) {
        for (BytesFile file : golden.files()) {
            byte[] bytes = file.bytes();
            int end = new String(bytes, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
            for (int i = 1; i < CUTS; i++) {
                int at = Math.min(end - 1, (int) ((long) end * i / CUTS));

                FileReading reading = Read.of(BytesFile.of(file.itemName(), Arrays.copyOf(bytes, at)))
                        .reading();

                assertTold(reading, file.itemName() + ": cut at byte " + at + " of " + end);
            }
        }
    }

    private static void assertTold(FileReading reading, String what) {
        boolean told = reading.fate().leavesUnread() || !reading.alarms().isEmpty();
        assertThat(told).as(what + " was read without a word").isTrue();
    }

    /** Observations without where they stand. */
    private static String words(Read read) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObservationJsonLines lines = new ObservationJsonLines(out);
        read.observations().forEach(lines::accept);
        lines.flush();
        return out.toString(StandardCharsets.UTF_8).replaceAll("\\{\"item\":[^}]*}", "");
    }

    private static Set<String> keys(BytesFile file) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        try (JsonCursor json = JsonCursor.of(new ByteArrayInputStream(file.bytes()))) {
            for (JsonToken token = json.next(); token != null; token = json.next()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    keys.add(json.key());
                }
            }
        }
        return keys;
    }
}
