package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.ReceiveComplaint.Imported;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.core.casework.intake.Intake;
import suluh.core.kernel.Outcome;

/** {@code suluh complaints}: takes in complaints from tables, mail and posts. */
@Command(
        name = "complaints",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Takes in complaints from CSV tables, .eml mail and X posts' JSON; the same file is taken once.")
final class ComplaintsCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "IMPORT", description = "Files ending in .csv, .eml or .json.")
    private List<Path> files = List.of();

    @Option(names = "--agency", paramLabel = "ID", description = "Agency that received them.")
    private String agency = "mcmc";

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, InputException {
        int exit = ExitCode.DONE;
        try (House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv())) {
            for (Path file : files) {
                exit = Math.max(exit, take(new ReceiveComplaint(house), file));
            }
        }
        return exit;
    }

    /** Takes one file; a file that cannot be read keeps none of the others from being taken. */
    private int take(ReceiveComplaint flow, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            System.err.println(file + ": there is no such file.");
            return ExitCode.INCOMPLETE;
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Intake.MAX_SIZE_BYTES + 1);
        }
        return switch (flow.importFile(
                Acting.operator(agency), file.getFileName().toString(), bytes)) {
            case Outcome.Refused<Imported> refused -> {
                System.err.println(file + ": " + refused.refusal().message());
                yield ExitCode.INCOMPLETE;
            }
            case Outcome.Done<Imported> done -> tell(file, done.value());
        };
    }

    private static int tell(Path file, Imported imported) {
        if (imported.isKnown()) {
            System.out.println(file + ": taken in before; nothing was done");
            return ExitCode.DONE;
        }
        System.out.println(file + ": " + imported.received() + " complaints received, "
                + imported.faults().size() + " records not understood");
        imported.faults().forEach(fault -> System.err.println(file + ": " + fault));
        imported.notes().forEach(note -> System.err.println(file + ": " + note));
        return imported.faults().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
