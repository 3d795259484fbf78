package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.RestoreHouse;
import suluh.app.flow.RestoreHouse.Restored;
import suluh.app.flow.RestoreHouse.Wanted;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;

/** {@code suluh restore}: an installation from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Makes an installation from a backup in an empty data folder, and audits it before it counts.")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Backup.")
    private Path file = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder; new or empty.")
    private @Nullable Path data;

    @Option(names = "--keys", paramLabel = "DIR", description = "Folder of the keys, for a backup that carries none.")
    private @Nullable Path keys;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Passphrase: the first line of this file.")
    private @Nullable Path passphraseFile;

    @Option(names = "--despite-faults", description = "Keep what was restored even when the audit finds faults.")
    private boolean despiteFaults;

    @Override
    public Integer call() throws IOException, InputException {
        boolean isByPassphrase = RestoreHouse.needsPassphrase(file);
        if (!isByPassphrase && keys == null) {
            throw new CommandFailure("This backup carries no keys: name the folder that was kept apart with --keys.");
        }
        String passphrase = isByPassphrase ? Passphrase.known(passphraseFile) : "";
        Wanted wanted = new Wanted(file, passphrase, keys == null ? Path.of("") : keys, despiteFaults);
        Restored restored;
        try (TerminalProgress progress = new TerminalProgress()) {
            restored =
                    new RestoreHouse(DataFolder.chosen(data), Clock.systemUTC(), System.getenv(), progress).run(wanted);
        }
        System.out.println("Backup of " + restored.madeAt());
        System.out.println("What was purged after that is in it again: purge it again (docs/formats/backup.md).");
        boolean isClean = LedgerCommand.tell(restored.audited());
        if (!restored.isInPlace()) {
            System.err.println("Nothing was kept. --despite-faults keeps it.");
            return ExitCode.FAILED;
        }
        System.out.println("In place: " + DataFolder.chosen(data));
        return isClean ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
