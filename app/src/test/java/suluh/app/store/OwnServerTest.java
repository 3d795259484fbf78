package suluh.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;

/** What a server of the host's own must be; each want is refused in a sentence that says how to mend it. */
class OwnServerTest {
    @TempDir
    private static Path folder;

    private static DataFolder held;
    private static Database anyServer;
    private static String server;
    private static int made;

    /** The embedded server stands for one of the host's own, with its first superuser under another name. */
    @BeforeAll
    static void start() throws IOException, InputException, SQLException {
        held = DataFolder.open(folder.resolve("server"));
        anyServer = Database.bare(held, Map.of());
        String url = anyServer.settings().url();
        server = url.substring(0, url.lastIndexOf('/') + 1);
        try (Connection first = DriverManager.getConnection(
                        url, DatabaseSettings.OWNER, anyServer.settings().ownerPassword());
                var statement = first.createStatement()) {
            statement.execute("CREATE ROLE chief SUPERUSER LOGIN PASSWORD 'chief'");
        }
        admin("ALTER ROLE suluh_owner RENAME TO first_superuser");
    }

    @AfterAll
    static void stop() throws IOException {
        anyServer.close();
        held.close();
    }

    @Test
    void worksOnceItIsSetUp() throws IOException, InputException {
        DatabaseSettings settings = setUp();

        try (DataFolder data = DataFolder.open(folder.resolve("own"))) {
            settings.keep(data.keys());
            try (Database database = Database.open(data, Map.of())) {
                assertThat(database.inTransaction(() -> database.jdbc()
                                .sql("SELECT session_user::text")
                                .query(String.class)
                                .single()))
                        .isEqualTo("suluh_app");
            }
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.keys().resolve("database"))))
                    .isEqualTo("rw-------");
            assertThat(data.postgres()).doesNotExist();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER ROLE suluh_app BYPASSRLS | passes by row-level security | ALTER ROLE suluh_app NOBYPASSRLS",
                "ALTER ROLE suluh_app SUPERUSER | is a superuser | ALTER ROLE suluh_app NOSUPERUSER",
                "GRANT suluh_owner TO suluh_app | member of another role | REVOKE suluh_owner FROM suluh_app",
                "ALTER ROLE suluh_owner NOBYPASSRLS NOSUPERUSER | lacks BYPASSRLS | ALTER ROLE suluh_owner BYPASSRLS",
                "ALTER ROLE suluh_app PASSWORD 'other' | password authentication failed | SELECT 1",
            })
    void refusesRolesThatWouldLeakOrLose(String change, String says, String back) throws SQLException {
        DatabaseSettings settings = setUp();
        admin(change);
        try {
            assertThatThrownBy(() -> Database.check(settings))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(says);
        } finally {
            admin(back);
        }
    }

    @Test
    void refusesAProgramThatOwnsTables() throws SQLException {
        DatabaseSettings settings = setUp();
        try (Connection chief = DriverManager.getConnection(settings.url(), "chief", "chief");
                var statement = chief.createStatement()) {
            statement.execute("CREATE TABLE stray ()");
            statement.execute("ALTER TABLE stray OWNER TO suluh_app");
        }

        assertThatThrownBy(() -> Database.check(settings))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("owns tables");
    }

    @Test
    void refusesADatabaseThatSortsByALanguage() throws SQLException {
        DatabaseSettings settings = setUp();
        admin("CREATE DATABASE sorted OWNER suluh_owner LOCALE_PROVIDER icu ICU_LOCALE 'ms' TEMPLATE template0");

        assertThatThrownBy(() -> Database.check(
                        new DatabaseSettings(server + "sorted", settings.ownerPassword(), settings.appPassword())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("sorts by the rules of a language");
    }

    @Test
    void refusesAnAddressWithAPasswordInIt() {
        for (String url : List.of("postgresql://localhost", "mysql://localhost/suluh", "postgresql://h/Suluh")) {
            assertThatThrownBy(() -> DatabaseSettings.fresh(url))
                    .as(url)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("jdbc:postgresql://HOST:PORT/NAME");
        }
    }

    private static DatabaseSettings setUp() {
        DatabaseSettings settings = DatabaseSettings.fresh(server + "own" + made++);
        DatabaseSetup.run(settings, "chief", "chief");
        return settings;
    }

    private static void admin(String sql) throws SQLException {
        try (Connection admin = DriverManager.getConnection(server + "postgres", "chief", "chief");
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
