package suluh.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.ReadFiles;
import suluh.app.flow.ToldByPerson;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.core.canon.CanonicalJson;
import suluh.core.disclosure.ReadingReportJson;
import suluh.core.observation.FileReading;

/** {@code suluh read}: observations as JSON Lines. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Prints what exports say as JSON Lines; seals and keeps nothing.")
final class ReadCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders and zips.")
    private List<Path> paths = List.of();

    @Option(names = "--report", paramLabel = "FILE", description = "File for the reading report; - for standard error.")
    private @Nullable String report;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone that the exporting devices had.")
    private @Nullable ZoneId zone;

    @Option(names = "--mapping", paramLabel = "FILE", description = "How a table of no known form is read; repeatable.")
    private List<Path> mappings = List.of();

    @Override
    public Integer call() throws IOException, InputException {
        ToldByPerson told = new ToldByPerson(zone, Mappings.read(mappings));
        InputFiles input = InputFiles.below(paths);
        List<FileReading> readings;
        try (BufferedOutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
            readings = ReadFiles.run(input, told, out);
        }
        String text = CanonicalJson.indented(ReadingReportJson.of(readings));
        if ("-".equals(report)) {
            System.err.print(text);
        } else if (report != null) {
            Files.writeString(Path.of(report), text);
        }
        input.notReceived().forEach(System.err::println);
        List<String> lines = ReadingLines.of(readings);
        lines.forEach(System.err::println);
        boolean unread = !input.notReceived().isEmpty() || !lines.isEmpty();
        return unread ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }
}
