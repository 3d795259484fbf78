package suluh.exports.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.Exports;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;
import suluh.exports.archive.Zips;

/** An export that the platform hands out in several archives is read as one. */
class SplitExportTest {
    private static final String INBOX = "your_facebook_activity/messages/inbox/puteri_9/";

    private final List<Observation> passed = new ArrayList<>();

    private List<FileReading> read(BytesFile... archives) {
        List<FileReading> readings = new ArrayList<>();
        MetaCompleteness completeness = new MetaCompleteness(passed::add);
        try {
            for (BytesFile archive : archives) {
                Exports.readAll(archive, ReadingContext.usual(SpoolSpace.none()), completeness, readings::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return completeness.completed(readings);
    }

    private static BytesFile part(int archive, int part, long millis) {
        return Zips.of(
                "facebook-omar-" + archive + ".zip",
                List.of(BytesFile.of(
                        INBOX + "message_" + part + ".json",
                        "{\"participants\":[{\"name\":\"Omar\"},{\"name\":\"Puteri\"}],\"messages\":[{\"sender_name\":\"Omar\","
                                + "\"timestamp_ms\":" + millis + ",\"content\":\"hi\"}],\"title\":\"Puteri\","
                                + "\"thread_path\":\"inbox/puteri_9\"}")));
    }

    @Test
    void partsOfOneThreadInTwoArchivesAreOneConversation() {
        List<FileReading> readings = read(part(1, 1, 1_700_000_001_000L), part(2, 2, 1_700_000_000_000L));

        assertThat(readings).allSatisfy(reading -> assertThat(reading.alarms()).isEmpty());
        assertThat(passed)
                .filteredOn(Observation.Message.class::isInstance)
                .extracting(observation ->
                        ((Observation.Message) observation).conversation().id())
                .hasSize(2)
                .containsOnly("facebook-omar|inbox/puteri_9");
    }

    @Test
    void aMissingArchiveIsTold() {
        List<FileReading> readings = read(part(1, 1, 1_700_000_001_000L), part(3, 3, 1_700_000_000_000L));

        assertThat(readings.stream().flatMap(reading -> reading.alarms().stream()))
                .extracting(alarm -> alarm.code())
                .contains(ReadingCode.PART_NUMBER_MISSING);
    }
}
