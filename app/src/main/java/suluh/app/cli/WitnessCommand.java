package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import suluh.app.flow.CosignCheckpoint;
import suluh.app.host.DataFolder;
import suluh.app.web.WitnessServer;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;

/** {@code suluh witness}: cosigns another agency's ledger. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Cosigns checkpoints of another agency's ledger, after checking that nothing before was changed.")
final class WitnessCommand implements Callable<Integer> {
    @Option(names = "--name", paramLabel = "WORD", description = "Name in the policy, such as the agency's id.")
    private String name = "d11";

    @Option(
            names = "--log",
            required = true,
            paramLabel = "KEY",
            description = "Key of a ledger to cosign, as \"suluh ledger key\" prints it there.")
    private List<String> logs = List.of();

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Folder of the witness; default beside the data folder.")
    private Path folder = DataFolder.chosen(null).resolveSibling("suluh-witness");

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 takes a free one.")
    private int port = 8090;

    @Override
    public Integer call() throws IOException {
        List<NoteKey> keys = new ArrayList<>();
        for (String log : logs) {
            try {
                keys.add(NoteKey.parse(log));
            } catch (LedgerFormatException e) {
                throw new CommandFailure("--log is no key: " + e.getMessage() + ".");
            }
        }
        CosignCheckpoint flow = CosignCheckpoint.open(folder, name, keys, Clock.systemUTC(), System.err::println);
        WitnessServer server = WitnessServer.start(flow, port);
        System.out.println("The witness " + name + " listens on " + server.address());
        System.out.println("Lines for the ledger's keys/policy, after its own log line:");
        flow.policyLines(name, server.address()).forEach(System.out::println);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "stop-witness"));
        System.out.println("Stop it with Ctrl-C.");
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }
}
