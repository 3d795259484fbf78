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
    @Parameters(paramLabel = "BUNDLE", description = "First folder of the bundle.")
    private String bundle = "";

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
        List<String> args = new ArrayList<>(List.of(bundle));
        if (keys != null) {
            args.addAll(List.of("--keys", keys));
        }
        if (anchors != null) {
            args.addAll(List.of("--anchors", anchors));
        }
        return VerifyCommand.run(args, System.out, System.err);
    }
}
