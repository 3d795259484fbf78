package suluh.app.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.AssessMessages;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.Lexicon;
import suluh.core.conversation.learning.LearnedModel;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.exports.jsonl.JsonLinesException;

/** {@code suluh assess}: one JSON line for each conversation of a stream of messages. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description =
                "Assesses messages in JSON Lines, as read prints them; scores order attention and decide nothing.")
final class AssessCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Messages in JSON Lines; - for standard input.")
    private String file = "-";

    @Option(names = "--coded", paramLabel = "FILE", description = "The agency's own list of coded wording.")
    private @Nullable Path coded;

    @Option(names = "--learned", paramLabel = "FILE", description = "A model of suluh train, shown beside the score.")
    private @Nullable Path learned;

    @Override
    public Integer call() throws IOException {
        AssessMessages flow = new AssessMessages(lexicon(coded));
        LearnedModel model = learned == null ? null : model(learned);
        SequencedMap<String, Assessment> assessments = assess(flow, file);
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
        assessments.forEach(
                (conversation, assessment) -> out.print(AssessmentLine.of(conversation, assessment, model) + "\n"));
        out.flush();
        return ExitCode.DONE;
    }

    /** Assesses the lines of a file, or of standard input. */
    static SequencedMap<String, Assessment> assess(AssessMessages flow, String file) throws IOException {
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            throw new CommandFailure("There is no file at " + file + ".");
        }
        EvidenceId item = EvidenceId.of(Sha256Digest.of(new byte[0]), file);
        try (InputStream in =
                new BufferedInputStream(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)), 1 << 16)) {
            return flow.run(in, item);
        } catch (JsonLinesException e) {
            throw new CommandFailure("Line " + e.line() + " of " + file + " is no message: " + e.getMessage(), e);
        }
    }

    /** The lexicon, with an agency's own list of coded wording when there is one. */
    static Lexicon lexicon(@Nullable Path coded) throws IOException {
        if (coded == null) {
            return Lexicon.standard();
        }
        try {
            return Lexicon.withCodedTerms(Files.readAllLines(coded).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IllegalStateException | java.time.format.DateTimeParseException e) {
            throw new CommandFailure(
                    coded + " is no list of coded wording: " + e.getMessage()
                            + ". A line is: pattern | provenance | review by (YYYY-MM-DD) | reason | example |"
                            + " counter-example.",
                    e);
        }
    }

    /** The learned model of a file. */
    static LearnedModel model(Path file) throws IOException {
        return switch (LearnedModel.parse(Files.readAllBytes(file))) {
            case Outcome.Done<LearnedModel> done -> done.value();
            case Outcome.Refused<LearnedModel> refused ->
                throw new CommandFailure(file + ": " + refused.refusal().message());
        };
    }
}
