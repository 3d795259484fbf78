package suluh.app.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.AssessMessages;
import suluh.app.flow.EvaluateAssessments;
import suluh.core.canon.CanonicalJson;
import suluh.core.kernel.Outcome;
import suluh.exports.pan12.PanFormatException;
import suluh.exports.script.ScriptBook;

/** {@code suluh evaluate}: how well the bands agree with labels. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures the assessment against labels; docs/evaluation.md says what the figures mean.")
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Labelled JSON Lines, or with --pan12 the XML of PAN-2012; none with --synthetic.")
    private @Nullable String file;

    @Option(
            names = "--pan12",
            paramLabel = "AUTHORS",
            description = "FILE is PAN-2012 XML; AUTHORS lists the ids of its ground truth, one a line.")
    private @Nullable Path authors;

    @Option(
            names = "--synthetic",
            paramLabel = "PART",
            description = "Measure on the built-in synthetic set: train or held-out.")
    private @Nullable String synthetic;

    @Option(names = "--copies", paramLabel = "N", description = "Scripts of each template of the synthetic set.")
    private int copies = 5;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the synthetic set there, and measure nothing.")
    private @Nullable Path write;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the synthetic set and of the intervals.")
    private long seed = 1;

    @Option(names = "--coded", paramLabel = "FILE", description = "The agency's own list of coded wording.")
    private @Nullable Path coded;

    @Option(
            names = "--learned",
            paramLabel = "FILE",
            description = "A model of suluh train, measured beside the score.")
    private @Nullable Path learned;

    @Override
    public Integer call() throws IOException {
        if ((file == null) == (synthetic == null) || (write != null && synthetic == null)) {
            throw new CommandFailure("Give a labelled FILE, or --synthetic train|held-out (which --write can save).");
        }
        EvaluateAssessments flow = new EvaluateAssessments(
                AssessCommand.lexicon(coded), learned == null ? null : AssessCommand.model(learned));
        if (write != null) {
            try (PrintStream out = new PrintStream(Files.newOutputStream(write), false, StandardCharsets.UTF_8)) {
                flow.writeSynthetic(part(), copies, seed, out);
            }
            return ExitCode.DONE;
        }
        switch (measured(flow)) {
            case Outcome.Done<EvaluateAssessments> done ->
                System.out.print(CanonicalJson.indented(done.value().report(seed)));
            case Outcome.Refused<EvaluateAssessments> refused ->
                throw new CommandFailure(refused.refusal().message());
        }
        return ExitCode.DONE;
    }

    private Outcome<EvaluateAssessments> measured(EvaluateAssessments flow) throws IOException {
        if (file == null) {
            return flow.synthetic(part(), copies, seed);
        }
        if (authors == null) {
            AssessMessages messages = flow.messages();
            return flow.labelled(AssessCommand.assess(messages, file), messages.labels());
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
            return flow.pan12(in, Files.readAllLines(authors));
        } catch (PanFormatException e) {
            throw new CommandFailure(file + " is not of the form of PAN-2012: " + e.getMessage(), e);
        }
    }

    private ScriptBook.Part part() {
        return switch (synthetic == null ? "" : synthetic.toLowerCase(Locale.ROOT)) {
            case "train" -> ScriptBook.Part.TRAIN;
            case "held-out" -> ScriptBook.Part.HELD_OUT;
            default -> throw new CommandFailure("--synthetic takes train or held-out, not " + synthetic + ".");
        };
    }
}
