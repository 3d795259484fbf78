package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.exports.ExportFile;
import suluh.exports.Exports;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;

class ReadAheadTest {
    private static final ReadingContext CONTEXT = ReadingContext.usual(SpoolSpace.none());

    @Test
    void givesWhatOneReaderAfterTheOtherGives() throws IOException {
        // More than the batches that one item may be ahead, then small ones.
        List<Chat> items = List.of(chat("a", 20_000), chat("b", 3), chat("c", 9_000), chat("d", 0), chat("e", 1));
        List<Observation> expected = new ArrayList<>();
        List<FileReading> expectedReadings = new ArrayList<>();
        for (Chat item : items) {
            Exports.readAll(item, CONTEXT, expected::add, expectedReadings::add);
        }

        List<Observation> found = new ArrayList<>();
        List<FileReading> readings = new ArrayList<>();
        List<String> done = new ArrayList<>();
        new ReadAhead(CONTEXT).run(items, found::add, readings::add, item -> done.add(item.itemName()));

        assertThat(found).containsExactlyElementsOf(expected);
        assertThat(readings).containsExactlyElementsOf(expectedReadings);
        assertThat(done).containsExactly("a.txt", "b.txt", "c.txt", "d.txt", "e.txt");
    }

    @Test
    void namesTheItemWhoseStreamFailsAndPassesOnThoseBeforeIt() {
        Chat broken = new Chat("broken.txt", 5, true);
        List<Observation> found = new ArrayList<>();

        assertThatThrownBy(() -> new ReadAhead(CONTEXT)
                        .run(List.of(chat("a", 3), broken, chat("b", 20_000)), found::add, reading -> {}, item -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(broken.item().toString());
        assertThat(found).hasSize(4);
    }

    @Test
    void endsWhenNobodyTakesTheObservationsAnyMore() {
        IllegalStateException full = new IllegalStateException("no room");

        assertThatThrownBy(() -> new ReadAhead(CONTEXT)
                        .run(
                                List.of(chat("a", 20_000), chat("b", 20_000)),
                                observation -> {
                                    throw full;
                                },
                                reading -> {},
                                item -> {}))
                .isSameAs(full);
    }

    private static Chat chat(String name, int messages) {
        return new Chat(name + ".txt", messages, false);
    }

    /** A chat of so many messages, perhaps on a disk that fails. */
    private record Chat(String itemName, int messages, boolean fails) implements ExportFile {
        @Override
        public EvidenceId item() {
            return EvidenceId.of(Sha256Digest.of(itemName.getBytes(StandardCharsets.UTF_8)), itemName);
        }

        @Override
        public String path() {
            return "";
        }

        @Override
        public long sizeBytes() {
            return messages * 29L;
        }

        @Override
        public InputStream open() throws IOException {
            if (fails) {
                throw new IOException("the disk is gone");
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < messages; i++) {
                text.append("13/02/2023, 09:03 - Omar: ").append(i).append('\n');
            }
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
