package suluh.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the libraries around these binaries get wrong, each held by a test. */
class EmbeddedPostgresTest {
    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(folder.resolve("keys"));
        postgres = startOver(folder);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void keepsEveryAcknowledgedCommit() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("data_checksums")).isEqualTo("on");
    }

    @Test
    void letsNobodyInWithoutThePassword() throws SQLException {
        assertThat(setting("password_encryption")).isEqualTo("scram-sha-256");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), EmbeddedPostgres.OWNER, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsThePasswordFromOthers() throws IOException {
        Path file = folder.resolve("keys/postgres-owner.password");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void listensOnLoopbackAlone() throws IOException, SQLException {
        int port = URI.create(postgres.url().substring("jdbc:".length())).getPort();
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (!network.isLoopback()) {
                network.inetAddresses()
                        .forEach(address -> assertThatThrownBy(() -> {
                                    try (Socket socket = new Socket()) {
                                        socket.connect(new InetSocketAddress(address, port), 500);
                                    }
                                })
                                .as("a connection by way of %s", address)
                                .isInstanceOf(IOException.class));
            }
        }
    }

    @Test
    void stopsWhatAKilledProcessLeftBehindAndKeepsItsRows() throws Exception {
        Path other = folder.resolve("other");
        Files.createDirectories(other.resolve("keys"));
        EmbeddedPostgres forgotten = startOver(other);
        try (Connection connection = connect(forgotten);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 1 AS one");
        }

        EmbeddedPostgres next = startOver(other);

        assertThat(ProcessHandle.of(forgotten.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        try (Connection connection = connect(next);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT one FROM kept")) {
            assertThat(rows.next()).isTrue();
        }
        next.close();
        assertThat(ProcessHandle.of(next.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheNumberOfAnEarlierServer() throws IOException {
        Path other = folder.resolve("reused");
        Files.createDirectories(other.resolve("keys"));
        startOver(other).close();
        long own = ProcessHandle.current().pid();
        Files.writeString(other.resolve("postgres/postmaster.pid"), own + "\n" + other.resolve("postgres") + "\n");

        startOver(other).close();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    private static EmbeddedPostgres startOver(Path data) throws IOException {
        return EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("keys"), folder.resolve("programs"));
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(), EmbeddedPostgres.OWNER, server.ownerPassword());
    }

    private static String setting(String name) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
