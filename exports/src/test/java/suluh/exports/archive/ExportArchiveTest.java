package suluh.exports.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.exports.ArchiveLimits;
import suluh.exports.BytesFile;
import suluh.exports.Read;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;

class ExportArchiveTest {
    private static final String CHAT = "13/01/23, 10:00 - A: hello\n13/01/23, 10:01 - B: hi\n";

    @Test
    void readsEveryFileAndItself() {
        BytesFile zip = Zips.of("x.zip", List.of(chat("a.txt"), chat("folder/b.txt"), BytesFile.of("c.bin", "\0x")));

        Read read = Read.of(zip);

        assertThat(read.readings())
                .extracting(FileReading::path, FileReading::fate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.txt", FileFate.READ),
                        org.assertj.core.groups.Tuple.tuple("folder/b.txt", FileFate.READ),
                        org.assertj.core.groups.Tuple.tuple("c.bin", FileFate.NOT_UNDERSTOOD),
                        org.assertj.core.groups.Tuple.tuple("", FileFate.READ));
        assertThat(read.messages()).hasSize(4);
    }

    @Test
    void readsWhatACutArchiveStillHolds() {
        BytesFile whole = Zips.of("x.zip", List.of(chat("a.txt"), noise("b.bin")));
        BytesFile cut = BytesFile.of("x.zip", Arrays.copyOf(whole.bytes(), 2_000));

        Read read = Read.of(cut);

        assertThat(read.messages()).hasSize(2);
        assertThat(read.readings().getLast().fate()).isEqualTo(FileFate.PARTLY_READ);
        assertThat(read.alarms()).contains("ARCHIVE_CUT");
    }

    @Test
    void noticesThatTheDirectoryIsGone() {
        BytesFile whole = Zips.of("x.zip", List.of(chat("a.txt")));
        byte[] bytes = whole.bytes();

        Read read = Read.of(BytesFile.of("x.zip", Arrays.copyOf(bytes, bytes.length - 22)));

        assertThat(read.readings().getLast().fate()).isEqualTo(FileFate.PARTLY_READ);
        assertThat(read.alarms()).containsExactly("ARCHIVE_CUT");
    }

    @Test
    void tellsAnEntryWhoseCheckSumIsWrong() {
        byte[] bytes =
                Zips.of("x.zip", List.of(noise("WhatsApp Chat with A.txt"))).bytes();
        bytes[200] ^= 1;

        Read read = Read.of(BytesFile.of("x.zip", bytes));

        assertThat(read.alarms()).contains("ARCHIVE_DAMAGED");
        assertThat(read.readings().getLast().fate().leavesUnread()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"../a.txt", "/a.txt", "x/../../a.txt", "C:/a.txt", "a\u0007.txt", "a!/b.txt"})
    void leavesEntriesWithUnsafeNamesUnreadAndSaysSo(String name) {
        Read read = Read.of(Zips.of("x.zip", List.of(chat(name), chat("b.txt"))));

        assertThat(read.alarms()).containsExactly("ARCHIVE_PATH");
        assertThat(read.messages()).hasSize(2);
        assertThat(read.readings().getLast().fate()).isEqualTo(FileFate.PARTLY_READ);
    }

    @Test
    void readsBothEntriesOfOneName() throws IOException {
        byte[] bytes = Zips.of("x.zip", List.of(chat("a.txt"), chat("b.txt"))).bytes();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 'b' && bytes[i + 1] == '.') {
                bytes[i] = 'a';
            }
        }
        BytesFile zip = BytesFile.of("x.zip", bytes);

        Read read = Read.of(zip);

        assertThat(read.alarms()).containsExactly("ARCHIVE_DUPLICATE");
        assertThat(read.readings()).extracting(FileReading::path).containsExactly("a.txt", "a.txt#2", "");
        assertThat(ExportArchive.open(zip, "a.txt#2")).isPresent();
    }

    @Test
    void endsAtEachLimit() {
        BytesFile zip = Zips.of("x.zip", List.of(chat("a.txt"), chat("b.txt"), chat("c.txt")));
        BytesFile nested = Zips.of("y.zip", List.of(Zips.of("x.zip", List.of(chat("a.txt")))));

        assertThat(limited(zip, new ArchiveLimits(2, 1_000, 10_000, 400, 4))).contains("ARCHIVE_LIMIT");
        assertThat(limited(zip, new ArchiveLimits(9, 20, 10_000, 400, 4))).contains("ARCHIVE_LIMIT");
        assertThat(limited(zip, new ArchiveLimits(9, 1_000, 70, 400, 4))).contains("ARCHIVE_LIMIT");
        assertThat(limited(nested, new ArchiveLimits(9, 1_000, 10_000, 400, 1))).contains("ARCHIVE_LIMIT");
        assertThat(limited(nested, ArchiveLimits.USUAL)).isEmpty();
    }

    @Test
    void stopsABombByItsRatio() {
        byte[] zeros = new byte[(int) ArchiveLimits.RATIO_FREE_BYTES + (8 << 20)];
        BytesFile bomb = Zips.of("x.zip", List.of(BytesFile.of("a.txt", zeros)));

        assertThat(limited(bomb, ArchiveLimits.USUAL)).contains("ARCHIVE_LIMIT");
    }

    @ParameterizedTest(name = "with room: {0}")
    @ValueSource(booleans = {true, false})
    void readsEntriesTooLargeForMemory(boolean room) {
        StringBuilder text = new StringBuilder();
        while (text.length() < ExportArchive.MEMORY_BYTES + 1_000) {
            text.append("13/01/23, 10:00 - A: ").append("word ".repeat(200)).append('\n');
        }
        BytesFile zip = Zips.of("x.zip", List.of(BytesFile.of("chat.txt", text.toString())));
        HeapSpools spools = new HeapSpools();

        Read read = Read.of(zip, ReadingContext.usual(room ? spools : SpoolSpace.none()));

        assertThat(read.readings().getFirst().fate()).isEqualTo(FileFate.READ);
        assertThat(read.messages()).hasSizeGreaterThan(16_000);
        assertThat(spools.opened).isEqualTo(room ? 1 : 0);
        assertThat(spools.closed).isEqualTo(spools.opened);
    }

    @Test
    void notesMediaWithoutKeepingThem() throws IOException {
        byte[] picture = new byte[ExportArchive.MEMORY_BYTES + 5_000];
        new Random(1).nextBytes(picture);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, picture, 0, 3);
        BytesFile zip = Zips.of("x.zip", List.of(BytesFile.of("p.jpg", picture)));
        HeapSpools spools = new HeapSpools();

        Read read = Read.of(zip, ReadingContext.usual(spools));

        assertThat(read.all(Observation.Media.class)).hasSize(1);
        assertThat(read.all(Observation.Media.class).getFirst().sizeBytes()).isEqualTo(picture.length);
        assertThat(spools.opened).isZero();
        try (InputStream in = ExportArchive.open(zip, "p.jpg").orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(picture);
        }
    }

    @Test
    void findsNoStreamForAPathThatIsNotThere() throws IOException {
        assertThat(ExportArchive.open(Zips.of("x.zip", List.of(chat("a.txt"))), "b.txt"))
                .isEmpty();
    }

    @Test
    void tellsALinkAndFollowsNothing() {
        byte[] bytes = Zips.of("x.zip", List.of(BytesFile.of("link.txt", "../../etc/passwd"), chat("a.txt")))
                .bytes();
        int entry = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[entry + 5] = 3;
        bytes[entry + 41] = (byte) 0xA1;

        Read read = Read.of(BytesFile.of("x.zip", bytes));

        assertThat(read.alarms()).containsExactly("ARCHIVE_LINK");
        assertThat(read.messages()).hasSize(2);
    }

    @Test
    void tellsADirectoryThatNamesOtherFilesThanThereAre() {
        byte[] bytes = Zips.of("x.zip", List.of(chat("a.txt"), chat("b.txt"))).bytes();
        int entry = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[entry + 46] = 'z';

        assertThat(Read.of(BytesFile.of("x.zip", bytes)).alarms()).containsExactly("ARCHIVE_NAMES_DIFFER");
    }

    @Test
    void tellsADirectoryThatIsNotWhereItsEndSays() {
        byte[] bytes = Zips.of("x.zip", List.of(chat("a.txt"))).bytes();
        bytes[bytes.length - 10] ^= 1;

        assertThat(Read.of(BytesFile.of("x.zip", bytes)).alarms()).containsExactly("ARCHIVE_CUT");
    }

    @Test
    void readsNamesInUtf8AndSaysWhereTheyAreInAnotherEncoding() {
        byte[] latin = Zips.of("x.zip", List.of(chat("cafX.txt"))).bytes();
        for (int i = 3; i < latin.length; i++) {
            boolean inName = latin[i] == 'X' && latin[i - 1] == 'f' && latin[i - 2] == 'a' && latin[i - 3] == 'c';
            latin[i] = inName ? (byte) 0xE9 : latin[i];
            // Bit 11 of the flags would promise UTF-8.
            boolean inLocal = i == 7;
            boolean inDirectory = i >= 9 && latin[i - 9] == 'P' && latin[i - 8] == 'K' && latin[i - 7] == 1;
            latin[i] = inLocal || inDirectory ? (byte) (latin[i] & ~8) : latin[i];
        }

        Read accented = Read.of(Zips.of("x.zip", List.of(chat("caf\u00E9.txt"), chat("\u00C3\u00A9.txt"))));
        Read utf8 = Read.of(Zips.of("x.zip", List.of(chat("\u98CE\u7B5D \u0643\u064A\u062A.txt"))));
        Read other = Read.of(BytesFile.of("x.zip", latin));

        assertThat(accented.alarms()).isEmpty();
        assertThat(utf8.alarms()).isEmpty();
        assertThat(utf8.readings().getFirst().path()).isEqualTo("\u98CE\u7B5D \u0643\u064A\u062A.txt");
        assertThat(other.alarms()).containsExactly("ENCODING_INVALID");
        assertThat(other.readings().getFirst().path()).isEqualTo("caf\u00E9.txt");
    }

    @Test
    void keepsNamesThatTurnDirectionRawAndShowsThemEscaped() {
        Read read = Read.of(Zips.of("x.zip", List.of(chat("a\u202Egpj.txt"), chat("a\u202Egpj.txt!/b"))));

        assertThat(read.readings().getFirst().path()).isEqualTo("a\u202Egpj.txt");
        assertThat(read.readings().getLast().alarms().getFirst().message()).contains("\\u202e");
    }

    @Test
    void readsAnArchiveOfMoreEntriesThanTheOldFormCounts() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            zip.setMethod(java.util.zip.ZipOutputStream.STORED);
            for (int i = 0; i < 66_000; i++) {
                java.util.zip.ZipEntry entry = new java.util.zip.ZipEntry("d" + i + "/");
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        }

        FileReading reading =
                Read.of(BytesFile.of("x.zip", out.toByteArray())).readings().getLast();

        assertThat(reading.alarms()).isEmpty();
        assertThat(reading.skipped()).containsEntry("folder", 66_000L);
    }

    @Test
    void unpacksGzipWithinTheSameLimits() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
            gzip.write(new byte[(int) ArchiveLimits.RATIO_FREE_BYTES + (8 << 20)]);
        }
        BytesFile bomb = BytesFile.of("WhatsApp Chat with A.txt.gz", out.toByteArray());
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(small)) {
            gzip.write(CHAT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        BytesFile chat = BytesFile.of("a.txt.gz", small.toByteArray());

        assertThat(limited(bomb, ArchiveLimits.USUAL)).contains("ARCHIVE_LIMIT");
        assertThat(limited(chat, new ArchiveLimits(9, 20, 10_000, 400, 4))).contains("ARCHIVE_LIMIT");
        assertThat(limited(Zips.of("x.zip", List.of(chat)), new ArchiveLimits(9, 1_000, 10_000, 400, 1)))
                .contains("ARCHIVE_LIMIT");
        assertThat(Read.of(chat).messages().getFirst().source().path()).isEqualTo("a.txt");
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not there: " + Arrays.toString(wanted));
    }

    private static List<String> limited(BytesFile zip, ArchiveLimits limits) {
        return Read.of(zip, new ReadingContext(null, "60", limits, SpoolSpace.none()))
                .alarms();
    }

    private static BytesFile chat(String name) {
        return BytesFile.of(name, CHAT);
    }

    private static BytesFile noise(String name) {
        byte[] bytes = new byte[20_000];
        new Random(3).nextBytes(bytes);
        return BytesFile.of(name, bytes);
    }

    /** Spools that count themselves. */
    private static final class HeapSpools implements SpoolSpace {
        private int opened;
        private int closed;

        @Override
        public Optional<Spool> newSpool() {
            opened++;
            return Optional.of(new Spool() {
                private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

                @Override
                public OutputStream write() {
                    return bytes;
                }

                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes.toByteArray());
                }

                @Override
                public void close() {
                    closed++;
                }
            });
        }
    }
}
