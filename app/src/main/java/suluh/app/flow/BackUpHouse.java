package suluh.app.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.store.Database;
import suluh.app.store.DatabaseSettings;
import suluh.app.store.backup.BackupAbout;
import suluh.app.store.backup.BackupException;
import suluh.app.store.backup.BackupSeal.Opener;
import suluh.app.store.backup.BackupWriter;
import suluh.app.store.backup.DatabaseSnapshot;
import suluh.app.store.vault.Vault;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Copies a whole installation into one encrypted file, while a server may go on working with it.
 *
 * <p>The checkpoint is read before the snapshot and the tiles after it, so that the database in the file is never behind
 * its checkpoint; what it has beyond is sequenced at the first start.
 */
public final class BackUpHouse {
    private static final Acting PROGRAM = new Acting("suluh", "backup");
    private static final int MAX_MISSING = 100;

    private final Path root;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Progress progress;

    public BackUpHouse(Path root, Clock clock, Map<String, String> environment, Progress progress) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        this.environment = environment;
        this.progress = progress;
    }

    /**
     * What was written.
     *
     * @param missing digests of objects that the vault should hold and does not, at most 100
     */
    public record BackedUp(long entries, long bytes, long rows, long objects, List<Sha256Digest> missing) {
        public BackedUp {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Backs up under a passphrase, with the keys; or under the vault's key, without any.
     *
     * @param passphrase at least 12 characters, or empty for a backup without keys
     */
    public BackedUp run(Path file, String passphrase) throws IOException, InputException {
        Path vaultKey = root.resolve("keys/vault.key");
        if (!Files.exists(vaultKey)) {
            throw new BackupException("There is no installation in " + root + "; name its folder with --data.");
        }
        if (passphrase.length() > 0 && passphrase.length() < Opener.MIN_PASSPHRASE_CHARS) {
            throw new BackupException("The passphrase has fewer than " + Opener.MIN_PASSPHRASE_CHARS
                    + " characters; whoever finds the backup could try them all.");
        }
        Opener opener = passphrase.isEmpty()
                ? Opener.byVaultKey(Files.readAllBytes(vaultKey))
                : Opener.byPassphrase(passphrase);
        if (DataFolder.isHeld(root)) {
            return copy(
                    file,
                    opener,
                    Database.running(root, environment)
                            .orElseThrow(() -> new BackupException("Another Suluh holds the data folder " + root
                                    + " and its database does not answer yet; try again in a moment.")));
        }
        try (House house = House.open(root, clock, environment)) {
            return copy(file, opener, house.database().settings());
        }
    }

    private BackedUp copy(Path file, Opener opener, DatabaseSettings settings) throws IOException {
        Path checkpointFile = root.resolve("ledger/checkpoint");
        byte[] checkpoint = Files.exists(checkpointFile) ? Files.readAllBytes(checkpointFile) : new byte[0];
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.open(settings);
                BackupWriter writer = BackupWriter.begin(file, opener)) {
            BackupAbout about = snapshot.about(House.tool());
            writer.addAbout(about);
            if (opener.isPassphrase()) {
                addFolder(writer, "keys");
            }
            if (checkpoint.length > 0) {
                writer.add("ledger/checkpoint", checkpoint);
            }
            addFolder(writer, "ledger");
            addFolder(writer, "audits");
            addFolder(writer, "lists/objects");
            long chunks = addRows(writer, snapshot, about);
            List<Sha256Digest> missing = new ArrayList<>();
            long objects = addObjects(writer, snapshot, missing);
            Sha256Digest digests = writer.finish();
            BackedUp done = new BackedUp(writer.entries(), writer.bytes(), chunks, objects, missing);
            snapshot.endWith(PROGRAM.entry(
                    EntryKind.BACKUP_MADE,
                    clock.instant(),
                    "",
                    Map.of("keys", opener.isPassphrase() ? "with" : "without"),
                    Map.of("digests", digests),
                    Map.of("entries", done.entries(), "bytes", done.bytes(), "objects", objects)));
            return done;
        }
    }

    /** The plain files of a folder of the installation; the checkpoint was added before, as it was. */
    private void addFolder(BackupWriter writer, String name) throws IOException {
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted().toList()) {
                String entry = root.relativize(path).toString();
                boolean isOther = entry.equals("ledger/checkpoint")
                        || entry.equals("keys/" + DatabaseSettings.FILE)
                        || entry.endsWith(".new");
                if (Files.isRegularFile(path) && !isOther) {
                    writer.add(entry, path);
                }
            }
        }
    }

    private long addRows(BackupWriter writer, DatabaseSnapshot snapshot, BackupAbout about) throws IOException {
        progress.step("Copying tables", about.tables().size());
        long before = writer.bytes();
        int tables = 0;
        for (BackupAbout.Table table : about.tables()) {
            int[] part = {0};
            snapshot.copy(
                    table, bytes -> writer.add(String.format("database/%s/%06d", table.name(), part[0]++), bytes));
            progress.advance(++tables);
        }
        return writer.bytes() - before;
    }

    private long addObjects(BackupWriter writer, DatabaseSnapshot snapshot, List<Sha256Digest> missing)
            throws IOException {
        progress.step("Copying sealed objects", 0);
        long[] objects = {0};
        snapshot.objects(sha256 -> {
            try {
                writer.add("vault/" + sha256.hex(), Vault.sealedFile(root.resolve("vault"), sha256));
                progress.advance(++objects[0]);
            } catch (NoSuchFileException e) {
                if (missing.size() < MAX_MISSING) {
                    missing.add(sha256);
                }
            }
        });
        return objects[0];
    }
}
