package suluh.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;

/**
 * Which database the tests work with: the embedded one, or (profile {@code external-pg}) a server of the host's own
 * programs with a database for each data folder, made as {@code suluh database setup} makes it.
 */
public final class TestDatabase {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "administrator-of-tests";
    private static final Map<Path, Map<String, String>> MADE = new HashMap<>();

    private static final String CLUSTER = "postgres";

    private static final List<String> PASSWORDS = List.of("keys/postgres-owner.password", "keys/postgres-app.password");

    private static int port;
    private static @Nullable Path pattern;

    private TestDatabase() {}

    /**
     * The same as {@link #environment}, over a new folder that has its cluster and tables already: a copy of those that the
     * program made in the first folder of this process. Keys, vault and ledger are the folder's own.
     */
    public static synchronized Map<String, String> laid(Path data) throws IOException, InputException {
        if (!Boolean.getBoolean("suluh.test.externalPostgres") && !Files.exists(data.resolve(CLUSTER))) {
            Path from = pattern == null ? makePattern() : pattern;
            pattern = from;
            copy(from.resolve(CLUSTER), data.resolve(CLUSTER));
            for (String password : PASSWORDS) {
                copy(from.resolve(password), data.resolve(password));
            }
        }
        return environment(data);
    }

    private static Path makePattern() throws IOException, InputException {
        Path folder = Files.createTempDirectory("suluh-test-cluster");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            Database.open(data, Map.of()).close();
        }
        return folder.resolve("data");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
