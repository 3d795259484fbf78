package suluh.app.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import suluh.app.flow.CosignCheckpoint;
import suluh.app.flow.CosignCheckpoint.Reply;
import suluh.core.ledger.WitnessRequest;

/** The door of a witness: {@code POST add-checkpoint} on loopback (C2SP tlog-witness), and nothing else. */
public final class WitnessServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private WitnessServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts serving.
     *
     * @param port port on loopback, or 0 for a free one
     * @throws WebException when the port is taken
     */
    public static WitnessServer start(CosignCheckpoint flow, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/add-checkpoint", exchange -> answer(flow, exchange));
            server.start();
            return new WitnessServer(server, threads);
        } catch (IOException e) {
            throw new WebException("The witness cannot listen on port " + port + ": " + e.getMessage() + ".", e);
        }
    }

    private static void answer(CosignCheckpoint flow, HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            if (exchange.getRequestMethod().equals("POST")) {
                reply = flow.run(exchange.getRequestBody().readNBytes(WitnessRequest.MAX_SIZE_BYTES + 1));
            } else {
                reply = new Reply(405, "text/plain; charset=utf-8", "a checkpoint comes by POST\n");
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Submission prefix, with a slash at its end. */
    public String address() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
