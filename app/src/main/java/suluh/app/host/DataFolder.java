package suluh.app.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder in which everything of one installation lies; held by one process at a time. */
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Opens the folder, makes it when it is not there, and holds it until {@link #close}.
     *
     * @throws InputException when another process holds it
     */
    public static DataFolder open(Path root) throws IOException, InputException {
        Path whole = root.toAbsolutePath().normalize();
        makePrivate(whole);
        FileChannel lockFile =
                FileChannel.open(whole.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(lockFile);
        if (lock == null) {
            lockFile.close();
            throw new InputException("Another Suluh works with the data folder " + whole
                    + ". Stop it, or name another folder with --data.");
        }
        DataFolder folder = new DataFolder(whole, lockFile);
        makePrivate(folder.keys());
        makePrivate(folder.vault());
        makePrivate(folder.lists());
        makePrivate(folder.ledger());
        makePrivate(folder.spool());
        return folder;
    }

    /** True when a process works with this folder now. */
    public static boolean isHeld(Path root) throws IOException {
        Path file = root.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel lockFile = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = lock(lockFile)) {
            return lock == null;
        }
    }

    /** {@code --data}, else SULUH_DATA, else the user's data folder as the XDG base directories name it. */
    public static Path chosen(@Nullable Path option) {
        if (option != null) {
            return option;
        }
        String own = System.getenv("SULUH_DATA");
        if (own != null && !own.isEmpty()) {
            return Path.of(own);
        }
        String shared = System.getenv("XDG_DATA_HOME");
        Path base = shared == null || shared.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(shared);
        return base.resolve("suluh");
    }

    private static @Nullable FileLock lock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    public Path root() {
        return root;
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path vault() {
        return root.resolve("vault");
    }

    /** Lists of known hashes, sealed as evidence is. */
    public Path lists() {
        return root.resolve("lists");
    }

    /** Archives of disclosures, sealed as evidence is. */
    public Path disclosures() {
        return root.resolve("disclosures");
    }

    public Path ledger() {
        return root.resolve("ledger");
    }

    /** The embedded server's cluster. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Room for bytes that are read twice; emptied by whoever fills it. */
    public Path spool() {
        return root.resolve("spool");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
