package suluh.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.House;
import suluh.app.flow.PrintSourceBytes;
import suluh.app.flow.PrintSourceBytes.Printed;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.observation.SourcePointer;

/** {@code suluh source}: the sealed bytes behind an observation. */
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        description = "Prints the sealed bytes that an observation points to; the look becomes a custody event.")
final class SourceCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ITEM", description = "Evidence item: item of the observation's source.")
    private String item = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "Path inside the item; \"\" when it is the file.")
    private String path = "";

    @Parameters(index = "2", paramLabel = "OFFSET", description = "First byte, from 0.")
    private long offset;

    @Parameters(index = "3", paramLabel = "LENGTH", description = "Bytes to print.")
    private long length;

    @Option(names = "--case", paramLabel = "NUMBER", description = "Case, when several hold the item.")
    private @Nullable String caseNumber;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, InputException {
        SourcePointer source = source();
        try (House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv());
                BufferedOutputStream out =
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
            Outcome<Printed> outcome = new PrintSourceBytes(house).run(source, caseNumber, out);
            out.flush();
            return switch (outcome) {
                case Outcome.Refused<Printed> refused ->
                    throw new CommandFailure(refused.refusal().message());
                case Outcome.Done<Printed> done -> tell(done.value());
            };
        }
    }

    private SourcePointer source() {
        try {
            return new SourcePointer(new EvidenceId(item), path, offset, length);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("These do not point to bytes of an item: " + e.getMessage() + ".");
        }
    }

    private int tell(Printed printed) {
        if (!printed.otherCases().isEmpty()) {
            System.err.println("Looked in case " + printed.caseNumber() + "; the item is also held by "
                    + String.join(", ", printed.otherCases()) + " (--case chooses).");
        }
        if (printed.bytes() < length) {
            System.err.println("The file ends after " + printed.bytes() + " of " + length + " bytes.");
            return ExitCode.INCOMPLETE;
        }
        return ExitCode.DONE;
    }
}
