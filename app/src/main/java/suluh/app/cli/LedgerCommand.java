package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.AuditLedger;
import suluh.app.flow.AuditLedger.Audited;
import suluh.app.flow.House;
import suluh.app.flow.PublishCheckpoint;
import suluh.app.flow.PublishCheckpoint.Published;
import suluh.app.flow.ShowLedger;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;

/** {@code suluh ledger}: what can be asked of the ledger of a data folder. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Key, policy, checkpoint, proofs and audit of the ledger of a data folder.")
final class LedgerCommand {
    private interface Work {
        int run(House house) throws IOException;
    }

    private static int with(@Nullable Path data, Work work) throws IOException, InputException {
        try (House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv())) {
            return work.run(house);
        }
    }

    @Command(name = "key", mixinStandardHelpOptions = true, description = "Prints the ledger's public key.")
    int key(@Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        return with(data, house -> {
            System.out.println(new ShowLedger(house).key().line());
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "policy",
            mixinStandardHelpOptions = true,
            description = "Prints the policy that verifiers are given: suluh verify BUNDLE --keys FILE.")
    int policy(@Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        return with(data, house -> {
            System.out.print(new ShowLedger(house).policy().render());
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "checkpoint",
            mixinStandardHelpOptions = true,
            description =
                    "Publishes a checkpoint, asks the witnesses to cosign, prints it. Exit 2 when one is missing.")
    int checkpoint(@Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        return with(data, house -> {
            Published published = new PublishCheckpoint(house).run();
            System.out.print(published.note().render());
            published.told().forEach(System.err::println);
            return published.standing().quorumMet() ? ExitCode.DONE : ExitCode.INCOMPLETE;
        });
    }

    @Command(
            name = "prove",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the proof that an entry stands in the ledger (C2SP tlog-proof), with the entry in it.")
    int prove(
            @Parameters(paramLabel = "INDEX", description = "Place of the entry, from 0.") long index,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        return with(data, house -> {
            System.out.print(new ShowLedger(house)
                    .proof(index)
                    .orElseThrow(() -> new CommandFailure("The ledger has no entry " + index + "."))
                    .render());
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "consistency",
            mixinStandardHelpOptions = true,
            description = "Prints the proof that the ledger goes on from an earlier size, with its checkpoint.")
    int consistency(
            @Parameters(paramLabel = "OLD_SIZE", description = "Size of the earlier checkpoint.") long oldSize,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        return with(data, house -> {
            System.out.print(new ShowLedger(house)
                    .consistency(oldSize)
                    .orElseThrow(() -> new CommandFailure("The ledger has fewer than " + oldSize + " entries."))
                    .render());
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = "Re-derives every tile and compares ledger, database and vault. Exit 1 when they disagree.")
    int audit(@Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        return with(data, house -> {
            Audited audited;
            try (TerminalProgress progress = new TerminalProgress()) {
                audited = new AuditLedger(house, progress).run();
                progress.finish();
            }
            return tell(audited) ? ExitCode.DONE : ExitCode.FAILED;
        });
    }

    /** Prints what an audit found; true when it is clean. */
    static boolean tell(Audited audited) {
        System.out.printf(
                "%,d entries, %,d tiles, %,d items (%,d bytes decrypted and digested), %,d looks, %,d purged%n",
                audited.entries(),
                audited.tiles(),
                audited.items(),
                audited.bytes(),
                audited.looks(),
                audited.purged());
        audited.faults().forEach(fault -> System.out.println("FAULT " + fault));
        System.out.println(audited.faults().isEmpty() ? "CLEAN" : "NOT CLEAN");
        return audited.faults().isEmpty();
    }
}
