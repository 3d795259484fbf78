package suluh.app.store.backup;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import suluh.app.host.Durable;
import suluh.app.store.backup.BackupSeal.Opener;
import suluh.core.kernel.Sha256Digest;

/**
 * Writes a backup: a tar under {@link BackupSeal}, whose last entry lists the digest of each other.
 *
 * <p>It grows under the name FILE.partial and takes its own name when it is whole and on disk; closing it before
 * {@link #finish} removes what was written. Memory: a few buffers, whatever the size.
 */
public final class BackupWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Path partial;
    private final Path list;
    private final OutputStream listing;
    private final TarArchiveOutputStream tar;
    private final MessageDigest whole = BackupReader.sha256();
    private long entries;
    private long bytes;
    private boolean isFinished;

    /** Opens the stream that a backup's bytes go to; a test makes it fail. */
    interface Target {
        OutputStream create(Path partial) throws IOException;

        Target DISK = partial -> Files.newOutputStream(partial, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private BackupWriter(Path file, Path partial, Path list, OutputStream listing, TarArchiveOutputStream tar) {
        this.file = file;
        this.partial = partial;
        this.list = list;
        this.listing = listing;
        this.tar = tar;
    }

    /**
     * Begins a backup.
     *
     * @throws BackupException when there is a file of that name
     */
    public static BackupWriter begin(Path file, Opener opener) throws IOException {
        return begin(file, opener, Target.DISK);
    }

    static BackupWriter begin(Path file, Opener opener, Target target) throws IOException {
        if (Files.exists(file)) {
            throw new BackupException("There is a file " + file + " already; a backup replaces none. Name another.");
        }
        Path partial = ownerOnly(file.resolveSibling(file.getFileName() + ".partial"));
        Path list = ownerOnly(file.resolveSibling(file.getFileName() + ".digests.partial"));
        try {
            OutputStream sealed =
                    BackupSeal.sealing(new BufferedOutputStream(target.create(partial), BUFFER_BYTES), opener);
            TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(new BufferedOutputStream(sealed, BUFFER_BYTES), "UTF-8");
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            OutputStream listing = new BufferedOutputStream(Files.newOutputStream(list), BUFFER_BYTES);
            return new BackupWriter(file, partial, list, listing, tar);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            Files.deleteIfExists(list);
            throw e;
        }
    }

    private static Path ownerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Adds the first entry. */
    public void addAbout(BackupAbout about) throws IOException {
        add(BackupReader.ABOUT, about.bytes());
    }

    /** Adds an entry of these bytes. */
    public void add(String name, byte[] content) throws IOException {
        add(name, content.length, new ByteArrayInputStream(content));
    }

    /** Adds a file as it is now. */
    public void add(String name, Path content) throws IOException {
        try (FileChannel channel = FileChannel.open(content, StandardOpenOption.READ);
                InputStream in = java.nio.channels.Channels.newInputStream(channel)) {
            add(name, channel.size(), in);
        }
    }

    private void add(String name, long size, InputStream content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        MessageDigest digest = BackupReader.sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = size;
        while (left > 0) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new BackupException(
                        "The file behind " + name + " became shorter while it was copied; try again.");
            }
            digest.update(buffer, 0, read);
            tar.write(buffer, 0, read);
            left -= read;
        }
        tar.closeArchiveEntry();
        byte[] line = BackupReader.line(HexFormat.of().formatHex(digest.digest()), size, name);
        listing.write(line);
        whole.update(line);
        entries++;
        bytes += size;
    }

    /** Entries written so far. */
    public long entries() {
        return entries;
    }

    /** Bytes of their content. */
    public long bytes() {
        return bytes;
    }

    /** Adds the list of digests, puts everything on disk and gives the file its name; gives the list's digest. */
    public Sha256Digest finish() throws IOException {
        listing.close();
        TarArchiveEntry entry = new TarArchiveEntry(BackupReader.DIGESTS);
        entry.setSize(Files.size(list));
        tar.putArchiveEntry(entry);
        Files.copy(list, tar);
        tar.closeArchiveEntry();
        tar.close();
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        // A link fails where a move would silently replace what somebody else put there meanwhile.
        Files.createLink(file, partial);
        Files.delete(partial);
        Durable.force(file.toAbsolutePath().getParent());
        isFinished = true;
        return Sha256Digest.ofRaw(whole.digest());
    }

    @Override
    public void close() throws IOException {
        try {
            if (!isFinished) {
                listing.close();
                tar.close();
            }
        } catch (IOException e) {
            // What was written is removed; that its last bytes could not be flushed changes nothing.
            isFinished = false;
        } finally {
            Files.deleteIfExists(list);
            Files.deleteIfExists(partial);
        }
    }
}
