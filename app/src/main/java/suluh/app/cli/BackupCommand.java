package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.BackUpHouse;
import suluh.app.flow.BackUpHouse.BackedUp;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;

/** {@code suluh backup}: everything in one encrypted file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes database, sealed objects and ledger into one encrypted file; a server may be at work.")
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "File to write; there must be none yet.")
    private Path file = Path.of("");

    @Option(
            names = "--with-keys",
            description = "Put the keys in as well, and encrypt with a passphrase instead of the vault's key.")
    private boolean withKeys;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Passphrase: the first line of this file.")
    private @Nullable Path passphraseFile;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, InputException {
        String passphrase = withKeys ? Passphrase.chosen(passphraseFile) : "";
        BackedUp done;
        try (TerminalProgress progress = new TerminalProgress()) {
            done = new BackUpHouse(DataFolder.chosen(data), Clock.systemUTC(), System.getenv(), progress)
                    .run(file, passphrase);
        }
        System.out.printf(
                "%s: %,d entries, %,d bytes, of them %,d bytes of rows and %,d sealed objects%n",
                file, done.entries(), done.bytes(), done.rows(), done.objects());
        System.out.println(
                withKeys
                        ? "It carries the keys; whoever has it and the passphrase has everything."
                        : "It opens with the folder of keys only; keep a copy of that apart.");
        done.missing().forEach(sha256 -> System.err.println("The vault does not hold " + sha256 + "."));
        return done.missing().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
