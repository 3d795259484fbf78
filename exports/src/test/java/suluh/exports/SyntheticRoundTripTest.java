package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import suluh.exports.synth.SyntheticProbe;

/** What the writers of synthetic exports write, the readers read: every message of every file, without an alarm. */
class SyntheticRoundTripTest {
    private static final String TRUTH = "truth.json";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void readsEveryMessageOfEveryFile(long seed) throws IOException {
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        SyntheticProbe.write(seed, 5_000, path -> files.computeIfAbsent(path, name -> new ByteArrayOutputStream()));

        Map<String, Long> read = new TreeMap<>();
        for (Map.Entry<String, ByteArrayOutputStream> file : files.entrySet()) {
            if (!file.getKey().equals(TRUTH)) {
                count(BytesFile.of(file.getKey(), file.getValue().toByteArray()), read);
            }
        }

        byte[] truth = Objects.requireNonNull(files.get(TRUTH)).toByteArray();
        assertThat(read).isEqualTo(written(truth));
    }

    private static void count(BytesFile file, Map<String, Long> messages) {
        Read read = Read.of(file);
        for (FileReading reading : read.readings()) {
            assertThat(reading.fate()).as(file.itemName()).isEqualTo(FileFate.READ);
            assertThat(reading.alarms()).as(file.itemName()).isEmpty();
        }
        for (Observation.Message message : read.messages()) {
            String path = message.source().path();
            messages.merge(path.isEmpty() ? file.itemName() : file.itemName() + "!/" + path, 1L, Long::sum);
        }
    }

    private static Map<String, Long> written(byte[] truth) throws IOException {
        Map<String, Long> written = new TreeMap<>();
        try (JsonCursor json = JsonCursor.of(new ByteArrayInputStream(truth))) {
            json.next();
            while (json.nextKey()) {
                boolean files = json.key().equals("files");
                json.next();
                if (!files) {
                    json.skip();
                    continue;
                }
                while (json.nextElement()) {
                    JsonTree file = JsonTree.read(json, () -> {});
                    long messages =
                            Long.parseLong(String.valueOf(file.at("messages").text()));
                    if (messages > 0) {
                        written.merge(String.valueOf(file.at("path").text()), messages, Long::sum);
                    }
                }
            }
        }
        return written;
    }
}
