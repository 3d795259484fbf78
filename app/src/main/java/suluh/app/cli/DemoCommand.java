package suluh.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import suluh.app.flow.CosignCheckpoint;
import suluh.app.flow.DemoCase;
import suluh.app.flow.House;
import suluh.app.flow.ShowLedger;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.app.host.Secrets;
import suluh.app.web.Passwords;
import suluh.app.web.WebServer;
import suluh.app.web.WitnessServer;
import suluh.core.kernel.Outcome;
import suluh.exports.synth.Noise;

/** {@code suluh demo}: the server with a synthetic probe already taken through the flow. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Serves a synthetic probe on this machine; nothing in it concerns a real person.")
final class DemoCommand implements Callable<Integer> {
    private static final long SEED = 20241001;
    private static final String LOGIN = "demo";
    private static final String WITNESS = "d11";

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 takes a free one.")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder to keep the demonstration in.")
    private @Nullable Path data;

    @Option(names = "--messages", paramLabel = "N", description = "Size of the synthetic probe.")
    private long messages = 20_000;

    @Override
    public Integer call() throws IOException, InputException {
        Path folder = data == null ? DataFolder.chosen(null).resolveSibling("suluh-demo") : data;
        House house = House.open(folder, Clock.systemUTC(), System.getenv());
        byte[] password = Secrets.kept(
                folder.resolve("keys/demo.password"),
                () -> Secrets.newPassword().getBytes(StandardCharsets.US_ASCII));
        String text = new String(password, StandardCharsets.US_ASCII);
        WitnessServer witness = witness(house, folder);
        load(house, folder, text);
        WebServer server = WebServer.start(house, port, "");
        System.out.println("Suluh serves " + server.address());
        System.out.println("Sign in as " + LOGIN + " with " + text);
        System.out.println("All people and messages in it are synthetic.");
        System.out.println("The police's witness cosigns at " + witness.address()
                + ", here on the same machine; time-stamps come from a TEST authority and prove nothing.");
        ServeCommand.awaitStop(house, server);
        return ExitCode.DONE;
    }

    /** The other agency's witness, with a folder and keys of its own. */
    private static WitnessServer witness(House house, Path folder) throws IOException {
        ShowLedger ledger = new ShowLedger(house);
        Path own = folder.toAbsolutePath().normalize().resolveSibling(folder.getFileName() + "-witness");
        CosignCheckpoint flow =
                CosignCheckpoint.open(own, WITNESS, List.of(ledger.key()), Clock.systemUTC(), System.err::println);
        WitnessServer server = WitnessServer.start(flow, 0);
        ledger.nameWitnesses(flow.policyLines(WITNESS, server.address()));
        ledger.useTestAuthority();
        return server;
    }

    /** Makes and loads the probe on the first start. */
    private void load(House house, Path folder, String password) throws IOException, InputException {
        DemoCase demo = new DemoCase(house, Passwords::hash);
        if (demo.isLoaded(LOGIN)) {
            return;
        }
        System.out.println(
                "First start: making a synthetic probe of " + messages + " messages and taking it through the flow.");
        Path probe = folder.resolve("synthetic");
        if (!Files.exists(probe)) {
            SynthCommand.write(SEED, messages, Noise.NONE, probe);
        }
        try (TerminalProgress progress = new TerminalProgress()) {
            Outcome<String> outcome =
                    demo.load(LOGIN, password, InputFiles.below(List.of(probe.resolve("exports"))), progress);
            if (outcome instanceof Outcome.Refused<String> refused) {
                throw new CommandFailure(refused.refusal().message());
            }
        }
    }
}
