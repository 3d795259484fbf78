package suluh.app.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import suluh.core.kernel.Sha256Digest;

/** PostgreSQL's programs, unpacked once from the archive on the class path into a folder named by its digest. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** Folder with {@code bin/postgres} and {@code bin/initdb}. */
    static Path in(Path cache) throws IOException {
        String resource = "/postgres-" + platform() + ".txz";
        byte[] archive;
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new PostgresException("This build carries no PostgreSQL for " + platform()
                        + ". Build it on this machine, or set SULUH_DATABASE_URL to a server of your own.");
            }
            archive = in.readAllBytes();
        }
        Path folder =
                cache.resolve("postgresql-" + Sha256Digest.of(archive).hex().substring(0, 16));
        if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
            unpack(archive, cache, folder);
        }
        return folder;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String chip = machine.equals("aarch64") ? "arm_64" : "x86_64";
        return (system.contains("mac") ? "darwin" : "linux") + "-" + chip;
    }

    /** Unpacks aside and moves the whole into place, so that an interrupted start leaves nothing half. */
    private static void unpack(byte[] archive, Path cache, Path folder) throws IOException {
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(new java.io.ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, fresh);
            }
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void place(InputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new PostgresException("The archive of PostgreSQL names a file outside its folder; build it again.");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
