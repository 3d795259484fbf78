package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import suluh.app.flow.AddPerson;
import suluh.app.flow.House;
import suluh.app.flow.KeepHouse;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.host.Secrets;
import suluh.app.web.WebServer;

/** {@code suluh serve}: the server on this machine. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Starts the server on this machine; the first start prints a one-time set-up link.")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "Port to listen on.")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, InputException {
        House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv());
        String token = new AddPerson(house, password -> password).isFirst() ? Secrets.newPassword() : "";
        WebServer server = WebServer.start(house, port, token);
        System.out.println("Suluh serves " + server.address());
        if (!token.isEmpty()) {
            System.out.println(
                    "Nobody may sign in yet. This link works once: " + server.address() + "/set-up?token=" + token);
        }
        awaitStop(house, server);
        return ExitCode.DONE;
    }

    /** Serves until the process is asked to end; then the server stops before the database does. */
    static void awaitStop(House house, WebServer server) {
        CountDownLatch stopped = new CountDownLatch(1);
        KeepHouse keeping = KeepHouse.start(house, System.err::println);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            keeping.close();
                            try {
                                house.close();
                            } catch (IOException e) {
                                System.err.println("The data folder could not be closed: " + e.getMessage());
                            }
                            stopped.countDown();
                        },
                        "stop-suluh"));
        System.out.println("Stop it with Ctrl-C.");
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
