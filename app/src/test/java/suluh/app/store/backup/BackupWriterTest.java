package suluh.app.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.store.backup.BackupAbout.Table;
import suluh.app.store.backup.BackupSeal.Opener;

/** The file itself: what is written is read, and a disk that fills up leaves no file behind. */
class BackupWriterTest {
    private static final Opener OPENER = Opener.byVaultKey(new byte[32]);
    private static final BackupAbout ABOUT = new BackupAbout(
            Instant.parse("2026-11-25T06:00:00Z"),
            "Suluh test",
            "3.1",
            List.of(new Table("message", List.of("body"))),
            List.of());

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(5).nextBytes(large);
        Path file = folder.resolve("one");
        try (BackupWriter writer = BackupWriter.begin(file, OPENER)) {
            writer.addAbout(ABOUT);
            writer.add("vault/" + "0".repeat(64), large);
            writer.add("audits/empty", new byte[0]);
            writer.finish();
        }

        Map<String, byte[]> found = new TreeMap<>();
        BackupReader.read(file, OPENER, collecting(found));

        assertThat(found.keySet()).containsExactly("audits/empty", "vault/" + "0".repeat(64));
        assertThat(found.get("vault/" + "0".repeat(64))).isEqualTo(large);
        assertThat(names()).containsExactly("one");
    }

    @ParameterizedTest(name = "full after {0} bytes")
    @ValueSource(ints = {0, 100, 1_500_000, 2_900_000})
    void leavesNothingWhenTheDiskIsFull(int room) throws IOException {
        Path file = folder.resolve("full");

        assertThatThrownBy(() -> {
                    try (BackupWriter writer =
                            BackupWriter.begin(file, OPENER, partial -> new SmallDisk(partial, room))) {
                        writer.addAbout(ABOUT);
                        writer.add("vault/" + "1".repeat(64), new byte[3_000_000]);
                        writer.finish();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("No space left on device");
        assertThat(names()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheWorkBreaksOff() throws IOException {
        try (BackupWriter writer = BackupWriter.begin(folder.resolve("broken-off"), OPENER)) {
            writer.addAbout(ABOUT);
        }

        assertThat(names()).isEmpty();
    }

    /** Each single byte of the file counts: a typed refusal, wherever one is changed. */
    @Test
    void isRefusedWithAnyByteChanged() throws IOException {
        Path file = folder.resolve("whole");
        try (BackupWriter writer = BackupWriter.begin(file, OPENER)) {
            writer.addAbout(ABOUT);
            writer.add("audits/a", "content".getBytes(StandardCharsets.UTF_8));
            writer.finish();
        }
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            int at = i < 200 ? i : random.nextInt(whole.length);
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Path damaged = Files.write(folder.resolve("changed"), changed);

            assertThatThrownBy(() -> BackupReader.read(damaged, OPENER, collecting(new TreeMap<>())))
                    .as("byte %d", at)
                    .isInstanceOf(BackupException.class);
        }
        Path cut = Files.write(folder.resolve("changed"), Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> BackupReader.read(cut, OPENER, collecting(new TreeMap<>())))
                .isInstanceOf(BackupException.class);
    }

    @Test
    void refusesNamesThatLeadElsewhere() throws IOException {
        Path file = folder.resolve("hostile");
        try (BackupWriter writer = BackupWriter.begin(file, OPENER)) {
            writer.addAbout(ABOUT);
            writer.add("keys/../../elsewhere", new byte[1]);
            writer.finish();
        }

        assertThatThrownBy(() -> BackupReader.read(file, OPENER, collecting(new TreeMap<>())))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("an entry that Suluh does not write");
    }

    private static BackupReader.Sink collecting(Map<String, byte[]> found) {
        return new BackupReader.Sink() {
            @Override
            public void about(BackupAbout about) {
                assertThat(about).isEqualTo(ABOUT);
            }

            @Override
            public void entry(String name, InputStream content) throws IOException {
                found.put(name, content.readAllBytes());
            }
        };
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A file that takes so many bytes. */
    private static final class SmallDisk extends FilterOutputStream {
        private int room;

        SmallDisk(Path file, int room) throws IOException {
            super(Files.newOutputStream(file));
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > room) {
                throw new IOException("No space left on device");
            }
            room -= length;
            OutputStream file = out;
            file.write(bytes, offset, length);
        }
    }
}
