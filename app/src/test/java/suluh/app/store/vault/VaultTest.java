package suluh.app.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Sha256Digest;

class VaultTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, (1 << 20) - 1, 1 << 20, 3_000_000})
    void givesBackWhatItTookUnderItsDigest(int size) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        SealedObject object = vault().seal(new ByteArrayInputStream(bytes));

        assertThat(object.sha256()).isEqualTo(Sha256Digest.of(bytes));
        assertThat(object.sizeBytes()).isEqualTo(size);
        assertThat(List.of(object.sha512(), object.sha1(), object.md5()))
                .containsExactly(hex("SHA-512", bytes), hex("SHA-1", bytes), hex("MD5", bytes));
        try (InputStream in = vault().open(object.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(vault().fault(object.sha256())).isEmpty();
    }

    /** Places about the borders of segments of 1 MiB, less the header of 40 bytes and the tag of 16. */
    @ParameterizedTest
    @ValueSource(
            longs = {-1, 0, 1, 1048519, 1048520, 1048521, 1048576, 2097151, 2097152, 2500000 - 1, 2500000, 2500001})
    void readsOnFromAPlace(long offset) throws IOException {
        byte[] bytes = new byte[2_500_000];
        new Random(9).nextBytes(bytes);
        SealedObject object = vault().seal(new ByteArrayInputStream(bytes));

        byte[] read;
        try (InputStream in = vault().open(object.sha256(), offset)) {
            read = in.readNBytes(100);
        }

        int from = Math.clamp(offset, 0, bytes.length);
        assertThat(read).isEqualTo(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 100)));
    }

    @Test
    void givesNoChangedByteOfAPlaceFarInside() throws IOException {
        SealedObject object = vault().seal(new ByteArrayInputStream(new byte[2_500_000]));
        Path file = files("objects").getFirst();
        byte[] bad = Files.readAllBytes(file);
        bad[bad.length - 100] ^= 1;
        Files.write(file, bad);

        assertThatThrownBy(() -> {
                    try (InputStream in = vault().open(object.sha256(), 2_499_000)) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private static String hex(String method, byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(method).digest(bytes));
    }

    @Test
    void keepsEqualBytesOnce() throws IOException {
        SealedObject first = vault().seal(stream("same"));
        SealedObject second = vault().seal(stream("same"));

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(files("objects")).hasSize(1);
    }

    @Test
    void writesNoPlainByteToDisk() throws IOException {
        vault().seal(stream("a sentence that must not be readable on a stolen disk"));

        for (Path file : files("objects")) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("sentence");
        }
    }

    @Test
    void cannotBeReadWithAnotherKey() throws IOException {
        SealedObject object = vault().seal(stream("x"));
        Vault other = Vault.open(folder.resolve("vault"), folder.resolve("other.key"));

        assertThatThrownBy(() -> other.open(object.sha256())).isInstanceOf(VaultException.class);
    }

    @Test
    void findsEveryChangedByteOfAnObject() throws IOException {
        SealedObject object = vault().seal(stream("ten bytes."));
        Path file = files("objects").getFirst();
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);

            assertThat(vault().fault(object.sha256())).as("byte %d", at).isPresent();
        }
    }

    enum Step {
        CREATE,
        WRITE,
        FORCE,
        MOVE,
        FORCE_FOLDER
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void leavesNothingVisibleWhenAStepFails(Step failing) throws IOException {
        Vault vault = new Vault(folder.resolve("vault"), new byte[32], new FailingFiles(failing));

        assertThatThrownBy(() -> vault.seal(stream("lost?")))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("No space left on device");
        assertThat(files("incoming")).isEmpty();
        if (failing.compareTo(Step.MOVE) <= 0) {
            assertThat(files("objects")).isEmpty();
        }
    }

    @Test
    void clearsWhatAKilledProcessLeftHalfWritten() throws IOException {
        vault();
        Files.writeString(folder.resolve("vault/incoming/99-1"), "half");

        vault();

        assertThat(files("incoming")).isEmpty();
    }

    private Vault vault() throws IOException {
        return Vault.open(folder.resolve("vault"), folder.resolve("vault.key"));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve("vault").resolve(part))) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    /** A disk that is full from one step on. */
    private record FailingFiles(Step failing) implements VaultFiles {
        @Override
        public OutputStream create(Path file) throws IOException {
            failAt(Step.CREATE);
            OutputStream real = DISK.create(file);
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    failAt(Step.WRITE);
                    real.write(b);
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }

        @Override
        public void force(Path file) throws IOException {
            failAt(Step.FORCE);
            DISK.force(file);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            failAt(Step.MOVE);
            DISK.move(from, to);
        }

        @Override
        public void forceFolder(Path path) throws IOException {
            if (path.getFileName().toString().length() == 2) {
                failAt(Step.FORCE_FOLDER);
            }
            DISK.forceFolder(path);
        }

        private void failAt(Step step) throws IOException {
            if (step == failing) {
                throw new IOException("No space left on device");
            }
        }
    }
}
