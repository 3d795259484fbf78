package suluh.app.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import suluh.exports.SpoolSpace;

/** Room on disk for bytes that are read twice, encrypted under a key that exists in memory alone (AES-256-CTR). */
public final class PrivateSpool implements SpoolSpace {
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;

    private final Path folder;

    public PrivateSpool(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Spool> newSpool() throws IOException {
        return Optional.of(new FileSpool(Files.createTempFile(folder, "spool", ".bin"), Secrets.bytes(KEY_BYTES)));
    }

    private static final class FileSpool implements Spool {
        private final Path file;
        private final byte[] key;

        FileSpool(Path file, byte[] key) {
            this.file = file;
            this.key = key;
        }

        @Override
        public OutputStream write() throws IOException {
            return new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE));
        }

        @Override
        public InputStream open() throws IOException {
            return new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE));
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }

        /** A key serves one file written once, so the counter may begin at zero. */
        private Cipher cipher(int mode) {
            try {
                Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
                cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK_BYTES]));
                return cipher;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES in counter mode", e);
            }
        }
    }
}
