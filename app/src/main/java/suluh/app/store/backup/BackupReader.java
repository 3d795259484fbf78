package suluh.app.store.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import suluh.app.store.backup.BackupSeal.Opener;
import suluh.core.kernel.Sha256Digest;

/** Reads a backup from its first byte to its last, entry by entry; nothing holds before {@link #read} returns. */
public final class BackupReader {
    static final String ABOUT = "about.json";
    static final String DIGESTS = "digests";

    private static final int BUFFER_BYTES = 1 << 16;
    /** Folders and file names as Suluh writes them; nothing that leads elsewhere. */
    private static final Pattern NAME = Pattern.compile("[a-z]+(/[A-Za-z0-9_][A-Za-z0-9._-]{0,127}){1,8}");

    private BackupReader() {}

    /** Takes each entry in turn; what it does not read of one is passed over. */
    public interface Sink {
        /** The first entry. */
        void about(BackupAbout about) throws IOException;

        /** An entry with a path of plain names. */
        void entry(String name, InputStream content) throws IOException;
    }

    /**
     * Reads all of it; gives the digest of its list of digests.
     *
     * @throws BackupException when a byte of it is not as it was written
     */
    public static Sha256Digest read(Path file, Opener opener, Sink sink) throws IOException {
        MessageDigest lines = sha256();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                Content content = new Content(BackupSeal.opening(raw, opener));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new BufferedInputStream(content, BUFFER_BYTES), "UTF-8")) {
            TarArchiveEntry entry = tar.getNextEntry();
            requireName(ABOUT, entry);
            byte[] about = tar.readNBytes(BackupAbout.MAX_BYTES);
            lines.update(line(Sha256Digest.of(about).hex(), about.length, ABOUT));
            sink.about(BackupAbout.parse(about));
            for (entry = tar.getNextEntry();
                    entry != null && !entry.getName().equals(DIGESTS);
                    entry = tar.getNextEntry()) {
                lines.update(pass(entry, tar, sink));
            }
            requireName(DIGESTS, entry);
            Sha256Digest listed = digest(tar);
            if (!Arrays.equals(listed.raw(), lines.digest()) || tar.getNextEntry() != null) {
                throw new BackupException(
                        "The backup's entries are not those of its list of digests; it was not made by" + " Suluh.");
            }
            content.drain();
            return listed;
        }
    }

    private static byte[] pass(TarArchiveEntry entry, InputStream tar, Sink sink) throws IOException {
        if (!NAME.matcher(entry.getName()).matches() || !entry.isFile()) {
            throw new BackupException("The backup holds an entry that Suluh does not write; it was not made by Suluh.");
        }
        MessageDigest digest = sha256();
        DigestInputStream content = new DigestInputStream(tar, digest);
        sink.entry(entry.getName(), content);
        byte[] rest = new byte[BUFFER_BYTES];
        while (content.read(rest) >= 0) {
            // Read for its digest alone.
        }
        return line(HexFormat.of().formatHex(digest.digest()), entry.getSize(), entry.getName());
    }

    private static Sha256Digest digest(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return Sha256Digest.ofRaw(digest.digest());
    }

    private static void requireName(String name, @Nullable TarArchiveEntry entry) throws BackupException {
        if (entry == null || !entry.getName().equals(name)) {
            throw new BackupException("The backup lacks its entry " + name + "; it was not made by Suluh.");
        }
    }

    /** A line of the list of digests. */
    static byte[] line(String sha256, long size, String name) {
        return (sha256 + " " + size + " " + name + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The decrypted bytes; a segment that does not authenticate is told as damage. */
    private static final class Content extends InputStream {
        private final InputStream plain;
        private long given;

        Content(InputStream plain) {
            this.plain = plain;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = plain.read(buffer, offset, length);
                given += Math.max(read, 0);
                return read;
            } catch (IOException e) {
                throw new BackupException(
                        "The backup is damaged or cut short after " + given + " bytes of its content: what follows is"
                                + " not as it was written. Take another copy of it.",
                        e);
            }
        }

        void drain() throws IOException {
            byte[] rest = new byte[BUFFER_BYTES];
            while (read(rest, 0, rest.length) >= 0) {
                // The last segment says that it is the last.
            }
        }

        @Override
        public void close() throws IOException {
            plain.close();
        }
    }
}
