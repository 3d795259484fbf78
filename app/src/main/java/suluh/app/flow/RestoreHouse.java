package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import suluh.app.flow.AuditLedger.Audited;
import suluh.app.host.DataFolder;
import suluh.app.host.Durable;
import suluh.app.host.InputException;
import suluh.app.store.backup.BackupException;
import suluh.app.store.backup.BackupSeal;
import suluh.app.store.backup.BackupSeal.Opener;
import suluh.app.store.backup.RestoredFolder;
import suluh.app.store.postgres.EmbeddedPostgres;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Makes an installation from a backup, in a folder that is empty or not there, and audits it before it takes its place.
 *
 * <p>It grows beside the folder under a name of its own and is moved there whole; what an interrupted restore left is
 * removed by the next.
 */
public final class RestoreHouse {
    private static final Acting PROGRAM = new Acting("suluh", "restore");

    private final Path data;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Progress progress;

    public RestoreHouse(Path data, Clock clock, Map<String, String> environment, Progress progress) {
        this.data = data.toAbsolutePath().normalize();
        this.clock = clock;
        this.environment = environment;
        this.progress = progress;
    }

    /**
     * What to restore, and with what.
     *
     * @param passphrase of a backup that carries its keys, else empty
     * @param keys folder of the keys, for one that does not; else not looked at
     * @param despiteFaults put it in its place although the audit found faults: the backup of a damaged installation may
     *     be the best there is
     */
    public record Wanted(Path file, String passphrase, Path keys, boolean despiteFaults) {}

    /**
     * What came of it.
     *
     * @param madeAt when the backup was made
     * @param audited what the audit found; with faults and without {@code despiteFaults} nothing stays
     */
    public record Restored(Instant madeAt, Audited audited, boolean isInPlace) {}

    /** True when a passphrase opens this backup. */
    public static boolean needsPassphrase(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return BackupSeal.isByPassphrase(in);
        }
    }

    /** Restores, audits and puts in place. */
    public Restored run(Wanted wanted) throws IOException, InputException {
        requireEmpty();
        Opener opener = opener(wanted);
        Path fresh = data.resolveSibling("." + data.getFileName() + ".restoring");
        Files.createDirectories(fresh);
        RestoredFolder filled = null;
        boolean isKept = false;
        try {
            clear(fresh);
            filled = RestoredFolder.fill(wanted.file(), opener, fresh, wanted.keys(), environment);
            Audited audited = audit(fresh, filled.digests());
            isKept = audited.faults().isEmpty() || wanted.despiteFaults();
            if (isKept) {
                Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
                Durable.force(data.getParent());
            }
            return new Restored(filled.about().madeAt(), audited, isKept);
        } finally {
            if (!isKept) {
                if (filled != null) {
                    filled.takeBack(environment);
                }
                remove(fresh);
            }
        }
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> there = Files.list(data)) {
            if (there.findAny().isPresent()) {
                throw new BackupException("The folder " + data + " is not empty; a restore goes into a new one. Name it"
                        + " with --data.");
            }
        }
    }

    private static Opener opener(Wanted wanted) throws IOException {
        if (!wanted.passphrase().isEmpty()) {
            return Opener.byPassphrase(wanted.passphrase());
        }
        Path vaultKey = wanted.keys().resolve("vault.key");
        if (!Files.exists(vaultKey)) {
            throw new BackupException("There is no vault.key in " + wanted.keys() + "; this backup carries no keys, so"
                    + " --keys has to name the folder that was kept apart.");
        }
        return Opener.byVaultKey(Files.readAllBytes(vaultKey));
    }

    /** Stops and removes what an interrupted restore left; the folder's lock says that none is at work. */
    private static void clear(Path fresh) throws IOException, InputException {
        DataFolder.open(fresh).close();
        EmbeddedPostgres.stopOrphan(fresh.resolve("postgres"));
        remove(fresh);
    }

    private Audited audit(Path fresh, Sha256Digest digests) throws IOException, InputException {
        try (House house = House.open(fresh, clock, environment)) {
            house.database().inTransaction(() -> {
                house.ledger()
                        .append(PROGRAM.entry(
                                EntryKind.HOUSE_RESTORED,
                                house.clock().instant(),
                                "",
                                Map.of(),
                                Map.of("digests", digests),
                                Map.of()));
                return true;
            });
            return new AuditLedger(house, progress).run();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
