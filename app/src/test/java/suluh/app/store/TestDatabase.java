package suluh.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which database the tests work with: the embedded one, or (profile {@code external-pg}) a server of the host's own
 * programs with a database for each data folder, made as {@code suluh database setup} makes it.
 */
public final class TestDatabase {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "administrator-of-tests";
    private static final Map<Path, Map<String, String>> MADE = new HashMap<>();

    private static int port;

    private TestDatabase() {}

    /** Environment for an installation in this folder; the same at each call. */
    public static synchronized Map<String, String> environment(Path data) {
        if (!Boolean.getBoolean("suluh.test.externalPostgres")) {
            return Map.of();
        }
        return MADE.computeIfAbsent(data.toAbsolutePath().normalize(), TestDatabase::make);
    }

    private static Map<String, String> make(Path data) {
        try {
            if (port == 0) {
                port = start();
            }
            DatabaseSettings settings =
                    new DatabaseSettings(url("t" + MADE.size()), "owner-of-tests", "program-of-tests");
            DatabaseSetup.run(settings, ADMIN, ADMIN_PASSWORD);
            return Map.of(
                    "SULUH_DATABASE_URL", settings.url(),
                    "SULUH_DATABASE_OWNER_PASSWORD", settings.ownerPassword(),
                    "SULUH_DATABASE_APP_PASSWORD", settings.appPassword());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static int start() throws IOException {
        Path programs = programs()
                .orElseThrow(() ->
                        new IOException("Debian's package postgresql is not installed; apt-get install postgresql"));
        Path folder = Files.createTempDirectory("suluh-test-postgres");
        Path password = Files.writeString(folder.resolve("password"), ADMIN_PASSWORD);
        Path cluster = folder.resolve("cluster");
        run(List.of(
                programs + "/initdb",
                "-D",
                cluster.toString(),
                "-U",
                ADMIN,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C.UTF-8"));
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Process server = new ProcessBuilder(asNobody(List.of(
                        programs + "/postgres",
                        "-D",
                        cluster.toString(),
                        "-c",
                        "port=" + free,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        port = free;
        awaitReady(server);
        return free;
    }

    private static void awaitReady(Process server) throws IOException {
        while (server.isAlive()) {
            try {
                DriverManager.getConnection(url("postgres"), ADMIN, ADMIN_PASSWORD)
                        .close();
                return;
            } catch (SQLException e) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("the server of the tests did not start");
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        }
    }

    private static List<String> asNobody(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            whole.addAll(List.of("unshare", "--user"));
        }
        whole.addAll(command);
        return whole;
    }

    private static void run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(asNobody(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
