package suluh.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.verify.VerifyCommand;

/** {@code suluh verify}: the same as suluh-verify.jar. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Checks a bundle offline.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BUNDLE", arity = "0..1", description = "First folder of the bundle.")
    private @Nullable String bundle;

    @Option(
            names = "--bag",
            paramLabel = "FOLDER",
            description = "A BagIt bag of any origin instead of a bundle: complete and valid?")
    private @Nullable String bag;

    @Option(
            names = "--against",
            paramLabel = "FULL",
            description = "Full bundle that the redacted BUNDLE is said to come from: what differs, and nothing else?")
    private @Nullable String against;

    @Option(
            names = "--reveal",
            paramLabel = "LINES",
            description = "Lines of openings.jsonl that somebody revealed: do they open their passages?")
    private @Nullable String reveal;

    @Option(
            names = "--keys",
            paramLabel = "POLICY",
            description = "Public keys of log and witnesses and their quorum (C2SP tlog-policy).")
    private @Nullable String keys;

    @Option(
            names = "--anchors",
            paramLabel = "PEM",
            description = "Certificates that vouch for time-stamping authorities.")
    private @Nullable String anchors;

    @Override
    public Integer call() {
        List<String> args = new ArrayList<>();
        if (bundle != null) {
            args.add(bundle);
        }
        if (bag != null) {
            args.addAll(List.of("--bag", bag));
        }
        if (against != null) {
            args.addAll(List.of("--against", against));
        }
        if (reveal != null) {
            args.addAll(List.of("--reveal", reveal));
        }
        if (keys != null) {
            args.addAll(List.of("--keys", keys));
        }
        if (anchors != null) {
            args.addAll(List.of("--anchors", anchors));
        }
        return VerifyCommand.run(args, System.out, System.err);
    }
}
