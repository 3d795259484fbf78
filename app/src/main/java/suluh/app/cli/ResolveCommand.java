package suluh.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.host.Processors;
import suluh.core.canon.CanonicalJson;
import suluh.core.identity.field.CsvReader;
import suluh.core.identity.linkage.Linkage;
import suluh.core.identity.linkage.LinkageSettings;
import suluh.core.identity.linkage.PairMetrics;

/** {@code suluh resolve}: which records of any table are one, with what probability. */
@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Links the records of a CSV file; prints id,cluster,probability. Learns from the records, not from "
                        + "labels; a probability orders attention and proves nothing.")
final class ResolveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.csv", description = "Records with a header.")
    private Path file = Path.of("");

    @Option(names = "--id", required = true, paramLabel = "COL", description = "Column of the records' ids.")
    private String id = "";

    @Option(
            names = "--truth",
            paramLabel = "COL or FILE",
            description = "Column, or CSV file of ids and groups, that tells the truth; then quality is measured.")
    private @Nullable String truth;

    @Option(names = "--config", paramLabel = "FILE", description = "Fields to compare, instead of a guess.")
    private @Nullable Path config;

    @Option(names = "--show-config", description = "Print the configuration that would be used, and stop.")
    private boolean showConfig;

    @Option(names = "--report", paramLabel = "FILE", description = "File for what was learnt; - for standard error.")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file at " + file + ".");
        }
        try {
            ResolveInput.Head head = ResolveInput.head(file);
            ResolveConfiguration configuration = config == null
                    ? ResolveConfiguration.guess(head, id, truth)
                    : ResolveConfiguration.read(config, head);
            if (showConfig) {
                System.out.print(CanonicalJson.indented(configuration.json()));
                return ExitCode.DONE;
            }
            ResolveInput input = ResolveInput.read(file, head, id, truth, configuration.fields());
            Linkage linkage = Linkage.of(
                    input.table(),
                    new LinkageSettings(configuration.threshold(), configuration.seed(), Processors.ALL));
            print(input, linkage);
            if (report != null) {
                write(report, CanonicalJson.indented(ResolveReport.json(linkage)));
            }
            String[] groups = input.truth();
            if (groups.length > 0) {
                System.err.print(ResolveReport.quality(PairMetrics.of(linkage, groups), linkage));
            }
            return ExitCode.DONE;
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is no text in UTF-8.", e);
        } catch (CsvReader.CsvException e) {
            throw new CommandFailure(file + ", " + e.getMessage() + ".", e);
        }
    }

    private static void print(ResolveInput input, Linkage linkage) {
        PrintStream out = new PrintStream(
                new java.io.BufferedOutputStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        out.println("id,cluster,probability");
        double[] probabilities = linkage.probabilities();
        for (int record : input.inOrderOfFile()) {
            out.append(ResolveInput.quoted(linkage.table().id(record)))
                    .append(',')
                    .append(Integer.toString(linkage.clusters().of(record)))
                    .append(',')
                    .append(String.format(java.util.Locale.ROOT, "%.4f", probabilities[record]))
                    .append('\n');
        }
        out.flush();
    }

    private static void write(Path file, String text) throws IOException {
        if (file.toString().equals("-")) {
            System.err.print(text);
        } else {
            Files.writeString(file, text);
        }
    }

    /** A reader of the file that refuses what is no UTF-8. */
    static BufferedReader open(Path file) throws IOException {
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }
}
