package suluh.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import suluh.exports.synth.Noise;
import suluh.exports.synth.SyntheticProbe;

/** {@code suluh synth}: a synthetic probe in real export formats. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Writes synthetic exports with truth.json; nothing in them concerns a real person.")
final class SynthCommand implements Callable<Integer> {
    @Option(names = "--seed", paramLabel = "N", description = "Seed; the same seed gives the same bytes.")
    private long seed = 1;

    @Option(names = "--messages", paramLabel = "N", description = "Exact number of messages.")
    private long messages = 10_000;

    @Option(
            names = "--noise",
            paramLabel = "LEVEL",
            description =
                    "Accounts of people outside the group that are hard to tell apart: none, light, medium, heavy.")
    private String noise = "none";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder; new or empty.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        ProbeCommand.requireEmpty(out);
        try {
            SyntheticProbe.Written written = write(seed, messages, level(), out);
            System.out.println(written.messages() + " messages of " + written.conversations() + " conversations in "
                    + written.files() + " files; probe " + out.resolve("exports"));
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() == null ? "These figures do not go." : e.getMessage(), e);
        }
    }

    private Noise level() {
        return Arrays.stream(Noise.values())
                .filter(level -> level.wire().equals(noise))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("--noise is none, light, medium or heavy, not " + noise + "."));
    }

    static SyntheticProbe.Written write(long seed, long messages, Noise noise, Path folder) throws IOException {
        return SyntheticProbe.write(seed, messages, noise, path -> {
            Path file = folder.resolve(path);
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        });
    }
}
