package suluh.app.store.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import suluh.app.host.Durable;

/** The file operations of sealing, one by one, so that a test can make each of them fail. */
interface VaultFiles {
    /** A stream to a fresh file. */
    OutputStream create(Path file) throws IOException;

    /** Flushes a file's bytes to disk. */
    void force(Path file) throws IOException;

    /** Gives a file its final name; never replaces another content. */
    void move(Path from, Path to) throws IOException;

    /** Flushes a folder's entries to disk. */
    void forceFolder(Path folder) throws IOException;

    /** The disk. */
    VaultFiles DISK = new VaultFiles() {
        @Override
        public OutputStream create(Path file) throws IOException {
            return Channels.newOutputStream(
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        }

        @Override
        public void force(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            Durable.force(folder);
        }
    };
}
