package suluh.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.AssessMessages;
import suluh.app.host.Durable;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.Lexicon;
import suluh.core.conversation.learning.LearnedModel;
import suluh.core.conversation.learning.ModelTraining;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.exports.jsonl.ConversationLabel;

/** {@code suluh train}: a model of an agency's own closed cases, set beside the published score. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Trains a model on labelled conversations of closed cases; refused without its two statements.")
final class TrainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Labelled JSON Lines.")
    private String file = "";

    @Option(names = "--card", required = true, paramLabel = "FILE", description = "Model card, Markdown.")
    private Path card = Path.of("");

    @Option(names = "--statement", required = true, paramLabel = "FILE", description = "Data statement, Markdown.")
    private Path statement = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The model; a new file.")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the cross-validation.")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new CommandFailure("There is a file at " + out + " already; a model is not written over.");
        }
        ModelTraining training = done(ModelTraining.begin(Files.readString(card), Files.readString(statement)));
        AssessMessages flow = new AssessMessages(Lexicon.standard());
        Map<String, Assessment> assessments = AssessCommand.assess(flow, file);
        assessments.forEach((conversation, assessment) -> {
            ConversationLabel label = flow.labels().get(conversation);
            if (label != null) {
                training.add(assessment, label.isPositive());
            }
        });
        LearnedModel model = done(training.finish(digest(Path.of(file)), seed));
        Durable.write(out, model.bytes());
        System.out.println(model.name() + " written to " + out + "; it stands beside the published score.");
        return ExitCode.DONE;
    }

    private static Sha256Digest digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Sha256Digest.ofRaw(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                throw new CommandFailure(refused.refusal().message());
        };
    }
}
