package suluh.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.KeepHashLists;
import suluh.app.flow.KeepHashLists.NewList;
import suluh.app.flow.Progress;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.media.list.KeptList;
import suluh.core.kernel.Outcome;

/** {@code suluh lists}: lists of known hashes that the installation keeps and compares media with. */
@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        description = "Keeps lists of known hashes; every probe compares its media with them.")
final class ListsCommand {
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            showDefaultValues = true,
            description = "Seals a list and takes it into use; it replaces the one kept under the same name.")
    int add(
            @Parameters(paramLabel = "FILE", description = "The list.") Path file,
            @Option(names = "--name", required = true, description = "Name under which editions replace it.")
                    String name,
            @Option(names = "--source", required = true, description = "Who made it.") String source,
            @Option(names = "--licence", required = true, description = "On what ground it is held.") String licence,
            @Option(names = "--scheme", required = true, description = "Whose categories it uses.") String scheme,
            @Option(
                            names = "--purpose",
                            defaultValue = "known",
                            description = "known, or known-good for files that need nobody's look.")
                    String purpose,
            @Option(names = "--date", description = "Date of the edition.") @Nullable LocalDate date,
            @Option(names = "--for", split = ",", description = "Agencies that may see its hits (default: --agency).")
                    @Nullable
                    List<String> agencies,
            @Option(names = "--agency", defaultValue = "d11", description = "Agency that keeps it.") String agency,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        NewList list = new NewList(
                name, source, licence, scheme, purpose, date, agencies == null ? List.of(agency) : agencies);
        try (House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv());
                TerminalProgress progress = new TerminalProgress()) {
            KeptList kept = keep(house, agency, list, file, progress);
            progress.finish();
            print(kept);
            return kept.unusable() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints every list that was kept.")
    int show(
            @Option(names = "--agency", defaultValue = "d11", description = "Agency that asks.") String agency,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        try (House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv())) {
            switch (new KeepHashLists(house).list(Acting.operator(agency))) {
                case Outcome.Refused<List<KeptList>> refused ->
                    throw new CommandFailure(refused.refusal().message());
                case Outcome.Done<List<KeptList>> done -> done.value().forEach(ListsCommand::print);
            }
            return ExitCode.DONE;
        }
    }

    /** Keeps the list in this file. */
    static KeptList keep(House house, String agency, NewList list, Path file, Progress progress) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file at " + file + ".");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return switch (new KeepHashLists(house).add(Acting.operator(agency), list, in, progress)) {
                case Outcome.Refused<KeptList> refused ->
                    throw new CommandFailure(file + ": " + refused.refusal().message());
                case Outcome.Done<KeptList> done -> done.value();
            };
        }
    }

    private static void print(KeptList list) {
        System.out.printf(
                Locale.ROOT,
                "list %d \"%s\": %s, %s, %,d records, %,d unusable, for %s, SHA-256 %s%n",
                list.id(),
                list.name(),
                list.purpose(),
                list.format(),
                list.records(),
                list.unusable(),
                String.join(" and ", list.agencies()),
                list.sha256());
    }
}
