package suluh.app.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import suluh.app.host.Secrets;

/**
 * PostgreSQL as a child of this process, over one folder.
 *
 * <p>Every acknowledged commit is on disk (fsync and synchronous_commit stay on); every connection needs the password
 * (scram-sha-256), which lies in a file that only its owner may read; the server listens on loopback alone. A server
 * that a killed process left behind is found by its postmaster.pid and stopped before a new one starts. PostgreSQL
 * refuses to run as root; started by root, it runs in a user namespace in which it is nobody.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** Name of the owner of all tables; nothing but migrations connects as this role. */
    public static final String OWNER = "suluh_owner";

    private static final String DATABASE = "suluh";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final long REAP_POLL_MILLIS = 20;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 25;
    private static final int LOG_TAIL_LINES = 5;
    /** Line of postmaster.pid, from 0, that holds the port. */
    private static final int PORT_LINE = 3;

    private final Process server;
    private final Thread stopper;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Process server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
        this.stopper = new Thread(this::stop, "stop-postgres");
        Runtime.getRuntime().addShutdownHook(stopper);
    }

    /**
     * Starts the server of this cluster; makes the cluster when there is none.
     *
     * @param cluster folder of the cluster, held by the caller alone
     * @param keys folder for the owner's password
     * @param cache folder into which PostgreSQL's programs are unpacked
     * @throws PostgresException with a sentence when that cannot be done
     */
    public static EmbeddedPostgres start(Path cluster, Path keys, Path cache) throws IOException {
        Path programs = PostgresBinaries.in(cache);
        String password = Secrets.keptPassword(keys.resolve("postgres-owner.password"));
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            makeCluster(programs, cluster, password);
        }
        stopOrphan(cluster);
        int port = freePort();
        Path log = cluster.resolveSibling("postgres.log");
        List<String> command = new ArrayList<>(asNobody());
        command.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", cluster.toString()));
        settings(port).forEach(setting -> command.addAll(List.of("-c", setting)));
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        EmbeddedPostgres postgres = new EmbeddedPostgres(server, port, password);
        postgres.awaitReady(log);
        return postgres;
    }

    private static List<String> settings(int port) {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "password_encryption=scram-sha-256",
                // Sized for a laptop of two cores beside a heap of 1 GiB.
                "max_connections=40",
                "shared_buffers=256MB",
                "work_mem=32MB",
                "maintenance_work_mem=256MB",
                "max_wal_size=4GB",
                "checkpoint_timeout=15min",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC");
    }

    /** The JDBC address of the database. */
    public String url() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** The JDBC address of the server that runs over this cluster now, whoever started it; empty when none does. */
    public static Optional<String> running(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.size() <= PORT_LINE || !worksOver(number(lines.getFirst()), cluster)) {
            return Optional.empty();
        }
        return Optional.of(url((int) number(lines.get(PORT_LINE))));
    }

    /** A number of postmaster.pid; 0, which is no process and no port, when it is none. */
    private static long number(String line) {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The owner's password. */
    public String ownerPassword() {
        return password;
    }

    /** Process id of the server. */
    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook finds a server that has stopped.
        }
    }

    /** SIGINT asks for a fast shutdown: connections are ended, everything is flushed. */
    private void stop() {
        signal(server.toHandle(), "INT");
        try {
            if (!server.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void makeCluster(Path programs, Path cluster, String password) throws IOException {
        Path fresh = cluster.resolveSibling(cluster.getFileName() + ".making");
        deleteTree(fresh);
        Path passwordFile = Files.createTempFile("suluh", ".password");
        try {
            Files.writeString(passwordFile, password + "\n");
            List<String> command = new ArrayList<>(asNobody());
            command.addAll(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "-D",
                    fresh.toString(),
                    "-U",
                    OWNER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--data-checksums"));
            run(command, "The database cluster could not be made in " + cluster);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        // Moved into place when whole: an interrupted making is begun again.
        Files.move(fresh, cluster, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command, String failure) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new PostgresException(failure + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PostgresException(failure + ": interrupted", e);
        }
    }

    /** PostgreSQL refuses root; a user namespace gives it another name over the same files. */
    private static List<String> asNobody() throws IOException {
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            return List.of();
        }
        try {
            run(List.of("unshare", "--user", "true"), "no user namespace");
        } catch (IOException | PostgresException e) {
            throw new PostgresException(
                    "PostgreSQL does not run as root, and this machine allows no user namespace (unshare --user). "
                            + "Start Suluh as another user, or set SULUH_DATABASE_URL.",
                    e);
        }
        return List.of("unshare", "--user");
    }

    /** Stops the server that a killed process left behind; the folder's lock says that nobody else uses it. */
    public static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid;
        try {
            pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
        } catch (NumberFormatException e) {
            throw new PostgresException(
                    pidFile + " does not begin with a process id; remove it once you are sure that no "
                            + "PostgreSQL runs over " + cluster + ".",
                    e);
        }
        Optional<ProcessHandle> orphan = pid <= 0 ? Optional.empty() : ProcessHandle.of(pid);
        if (orphan.isPresent() && isDead(pid)) {
            awaitReaped(pid);
            return;
        }
        if (orphan.isEmpty() || !worksOver(pid, cluster)) {
            return;
        }
        signal(orphan.get(), "INT");
        try {
            orphan.get().onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new PostgresException(
                    "A PostgreSQL server (process " + pid + ") of an earlier start does not stop. Stop it by hand.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while an earlier server stopped", e);
        }
    }

    /** True for a process that was killed and whose parent has not yet taken note of it (state Z, proc(5)). */
    private static boolean isDead(long pid) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(pid), "stat");
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (java.nio.file.NoSuchFileException e) {
            return true;
        }
    }

    /** PostgreSQL takes the number of a dead process for a live server until init has taken note of its end. */
    private static void awaitReaped(long pid) {
        long until = System.nanoTime() + STOP_LIMIT.toNanos();
        try {
            while (ProcessHandle.of(pid).isPresent() && System.nanoTime() < until) {
                Thread.sleep(REAP_POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while an earlier server ended", e);
        }
    }

    /** A process id is reused in time; only a process whose command names the cluster is ours. */
    private static boolean worksOver(long pid, Path cluster) throws IOException {
        Path commandLine = Path.of("/proc", String.valueOf(pid), "cmdline");
        return Files.exists(commandLine)
                && new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).contains("\0" + cluster + "\0");
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path log) throws IOException {
        String admin = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(admin, OWNER, password)) {
                makeDatabase(connection);
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new PostgresException("PostgreSQL did not start. Its log ends: " + tail(log), e);
                }
                pause();
            }
        }
    }

    private static void makeDatabase(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while PostgreSQL started", e);
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
