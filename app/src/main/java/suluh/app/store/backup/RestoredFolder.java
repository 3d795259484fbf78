package suluh.app.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import suluh.app.host.DataFolder;
import suluh.app.host.Durable;
import suluh.app.host.InputException;
import suluh.app.store.Database;
import suluh.app.store.DatabaseSettings;
import suluh.app.store.backup.BackupSeal.Opener;
import suluh.app.store.vault.Vault;
import suluh.core.kernel.Sha256Digest;

/**
 * An installation's folder as a backup fills it: files flushed to disk, rows committed.
 *
 * @param about what the backup said of itself
 * @param digests digest of its list of digests
 */
public record RestoredFolder(BackupAbout about, Sha256Digest digests) {
    /**
     * Fills this folder, which is empty.
     *
     * @param keys where the keys are, when the backup carries none
     */
    public static RestoredFolder fill(Path file, Opener opener, Path fresh, Path keys, Map<String, String> environment)
            throws IOException, InputException {
        try (Filling filling = new Filling(fresh, environment)) {
            if (!opener.isPassphrase()) {
                filling.takeKeys(keys);
            }
            Sha256Digest digests = BackupReader.read(file, opener, filling);
            return new RestoredFolder(filling.finish(), digests);
        }
    }

    /** Empties a server of the host's own again; the embedded one goes with its folder. */
    public void takeBack(Map<String, String> environment) throws IOException {
        Optional<DatabaseSettings> external = DatabaseSettings.of(Path.of("/nonexistent"), environment);
        external.ifPresent(DatabaseLoad::clear);
    }

    /** The folder while the backup is read. */
    private static final class Filling implements BackupReader.Sink, AutoCloseable {
        private final DataFolder folder;
        private final Map<String, String> environment;
        private final Set<Path> touched = new TreeSet<>();
        private @Nullable BackupAbout about;
        private @Nullable Database database;
        private @Nullable DatabaseLoad load;

        Filling(Path fresh, Map<String, String> environment) throws IOException, InputException {
            this.folder = DataFolder.open(fresh);
            this.environment = environment;
        }

        void takeKeys(Path keys) throws IOException {
            try (Stream<Path> files = Files.list(keys)) {
                for (Path key : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (!key.endsWith(DatabaseSettings.FILE)) {
                        try (InputStream in = Files.newInputStream(key)) {
                            write(folder.keys().resolve(key.getFileName()), in);
                        }
                    }
                }
            }
        }

        @Override
        public void about(BackupAbout said) {
            about = said;
        }

        @Override
        public void entry(String name, InputStream content) throws IOException {
            String[] parts = name.split("/", -1);
            switch (parts[0]) {
                case "keys" -> write(folder.keys().resolve(parts[1]), content);
                case "ledger", "audits", "lists" -> write(folder.root().resolve(name), content);
                case "vault" -> write(Vault.sealedFile(folder.vault(), digest(parts[1])), content);
                case "database" -> load().take(parts[1], content);
                default ->
                    throw new BackupException("The backup holds an entry of a kind unknown here; restore it with"
                            + " the program that made it.");
            }
        }

        private static Sha256Digest digest(String hex) throws BackupException {
            try {
                return new Sha256Digest(hex);
            } catch (IllegalArgumentException e) {
                throw new BackupException(
                        "The backup names a sealed object by no digest; it was not made by Suluh.", e);
            }
        }

        private void write(Path target, InputStream content) throws IOException {
            Path parent = target.resolveSibling("");
            Files.createDirectories(parent);
            touched.add(parent);
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
        }

        /** The database of the backup's own version, started when the first rows come: the keys are there by then. */
        private DatabaseLoad load() throws IOException {
            if (load == null) {
                BackupAbout said = said();
                Database bare = Database.bare(folder, environment);
                database = bare;
                try {
                    bare.migrateTo(MigrationVersion.fromVersion(said.schema()));
                } catch (FlywayException e) {
                    throw new BackupException(
                            "The tables of the backup's version " + said.schema()
                                    + " could not be made; restore it with" + " the program that made it: "
                                    + said.tool() + ".",
                            e);
                }
                load = DatabaseLoad.begin(bare.settings(), said);
            }
            return load;
        }

        private BackupAbout said() throws BackupException {
            if (about == null) {
                throw new BackupException("The backup does not say what it holds; it was not made by Suluh.");
            }
            return about;
        }

        /** Commits the rows and flushes the folders. */
        BackupAbout finish() throws IOException {
            load().finish();
            for (Path folderTouched : touched) {
                Durable.force(folderTouched);
            }
            return said();
        }

        @Override
        public void close() throws IOException {
            try {
                if (load != null) {
                    load.close();
                }
            } finally {
                if (database != null) {
                    database.close();
                }
                folder.close();
            }
        }
    }
}
