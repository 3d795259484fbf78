package suluh.app.cli;

import picocli.CommandLine.Command;
import suluh.app.Suluh;

/** Holds the commands; alone it shows the help. */
@Command(
        name = "suluh",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "The workbench of a joint probe into online child-grooming networks.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ProbeCommand.class,
            ComplaintsCommand.class,
            TipReportCommand.class,
            ReadCommand.class,
            SourceCommand.class,
            DiscloseCommand.class,
            CheckCommand.class,
            LedgerCommand.class,
            WitnessCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DatabaseCommand.class,
            AssessCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            ResolveCommand.class,
            NetworkCommand.class,
            HashCommand.class,
            MatchCommand.class,
            ListsCommand.class,
            SynthCommand.class
        })
public final class SuluhCommand implements Runnable {
    @Override
    public void run() {
        Suluh.commandLine().usage(System.out);
    }
}
