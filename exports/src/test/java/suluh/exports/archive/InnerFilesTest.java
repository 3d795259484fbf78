package suluh.exports.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;

class InnerFilesTest {
    private final Map<String, String> found = new LinkedHashMap<>();

    @Test
    void handsOutFilesOfNestedArchivesInTheirOrder() throws IOException {
        byte[] inner = zip("photos/b.jpg", bytes("B"), "photos/a.jpg", bytes("A"));
        byte[] outer = zip("x.txt", bytes("no"), "parts/one.zip", inner, "c.jpg", bytes("C"));

        NavigableSet<String> missing =
                read(outer, "c.jpg", "parts/one.zip!/photos/a.jpg", "parts/one.zip!/photos/b.jpg", "gone.jpg");

        assertThat(found)
                .containsExactly(
                        Map.entry("parts/one.zip!/photos/b.jpg", "B"),
                        Map.entry("parts/one.zip!/photos/a.jpg", "A"),
                        Map.entry("c.jpg", "C"));
        assertThat(missing).containsExactly("gone.jpg");
    }

    @Test
    void handsOutTheItemItself() throws IOException {
        assertThat(read(bytes("whole"), "")).isEmpty();

        assertThat(found).containsExactly(Map.entry("", "whole"));
    }

    @Test
    void tellsApartEntriesOfOneNameAsReadingDoes() throws IOException {
        byte[] zip = zip("a.jpg", bytes("first"), "A.jpg", bytes("second"));
        byte[] twice = new String(zip, StandardCharsets.ISO_8859_1)
                .replace("A.jpg", "a.jpg")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(twice, "a.jpg", "a.jpg#2")).isEmpty();

        assertThat(found).containsExactly(Map.entry("a.jpg", "first"), Map.entry("a.jpg#2", "second"));
    }

    @Test
    void namesWhatLiesBehindDamage() throws IOException {
        byte[] zip = zip("a.jpg", bytes("A"), "b.jpg", bytes("B"));

        NavigableSet<String> missing = read(Arrays.copyOf(zip, 60), "a.jpg", "b.jpg");

        assertThat(missing).contains("b.jpg");
    }

    private NavigableSet<String> read(byte[] item, String... paths) throws IOException {
        return InnerFiles.forEach(
                new Held(item),
                new TreeSet<>(List.of(paths)),
                (path, in) -> found.put(path, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static final class Held implements ExportFile {
        private final byte[] bytes;

        Held(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public EvidenceId item() {
            return EvidenceId.of(Sha256Digest.of(bytes), itemName());
        }

        @Override
        public String itemName() {
            return "held.zip";
        }

        @Override
        public String path() {
            return "";
        }

        @Override
        public long sizeBytes() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Neighbours neighbours() {
            return Neighbours.unknown();
        }
    }
}
