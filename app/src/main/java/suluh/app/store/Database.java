package suluh.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import suluh.app.host.DataFolder;
import suluh.app.host.Secrets;
import suluh.app.store.postgres.EmbeddedPostgres;

/**
 * The database: embedded, or a server by URL; migrated by its owner, used as {@code suluh_app}.
 *
 * <p>All work happens in transactions that say for which case or person they are; row-level security shows nothing
 * else. Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 20;

    /** What the database refuses: address, name and password are the host's to mend. */
    private static final int MAX_REASON_CHARS = 300;

    private final @Nullable EmbeddedPostgres embedded;
    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private Database(@Nullable EmbeddedPostgres embedded, DatabaseSettings settings) {
        this.embedded = embedded;
        this.settings = settings;
        this.pool = pool(settings);
        this.jdbc = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /**
     * Opens the database of this folder and brings its tables up to date: the server that {@link DatabaseSettings} name,
     * else the embedded one.
     *
     * @throws StoreException when it cannot be reached or migrated, or is not as it must be
     */
    public static Database open(DataFolder folder, Map<String, String> environment) throws IOException {
        Database database = bare(folder, environment);
        try {
            database.migrateTo(MigrationVersion.LATEST);
        } catch (FlywayException e) {
            database.close();
            throw new StoreException("The tables could not be brought up to date: " + firstLine(e), e);
        }
        return database;
    }

    /** Opens the database of this folder as it is, for a restore. */
    public static Database bare(DataFolder folder, Map<String, String> environment) throws IOException {
        Optional<DatabaseSettings> external = DatabaseSettings.of(folder.keys(), environment);
        if (external.isPresent()) {
            check(external.get());
            return new Database(null, external.get());
        }
        String appPassword = Secrets.keptPassword(folder.keys().resolve("postgres-app.password"));
        EmbeddedPostgres embedded = EmbeddedPostgres.start(
                folder.postgres(), folder.keys(), DataFolder.chosen(null).resolveSibling("suluh-programs"));
        DatabaseSettings settings = new DatabaseSettings(embedded.url(), embedded.ownerPassword(), appPassword);
        try (Connection owner = owner(settings)) {
            makeAppRole(owner, appPassword);
        } catch (SQLException e) {
            embedded.close();
            throw new StoreException("The embedded database cannot be used: " + e.getMessage(), e);
        }
        return new Database(embedded, settings);
    }

    /**
     * Where the database of this folder listens now, though another process holds the folder; empty when it does not.
     */
    public static Optional<DatabaseSettings> running(Path root, Map<String, String> environment) throws IOException {
        Path keys = root.resolve("keys");
        Optional<DatabaseSettings> external = DatabaseSettings.of(keys, environment);
        if (external.isPresent()) {
            return external;
        }
        Optional<String> url = EmbeddedPostgres.running(root.resolve("postgres"));
        Path ownerFile = keys.resolve("postgres-owner.password");
        Path appFile = keys.resolve("postgres-app.password");
        if (url.isEmpty() || !Files.exists(ownerFile) || !Files.exists(appFile)) {
            return Optional.empty();
        }
        return Optional.of(
                new DatabaseSettings(url.get(), Secrets.keptPassword(ownerFile), Secrets.keptPassword(appFile)));
    }

    /** Refuses a server of the host's own that is not as it must be, in one sentence. */
    static void check(DatabaseSettings settings) {
        try (Connection owner = owner(settings)) {
            ServerRequirements.checkOwner(owner);
        } catch (SQLException e) {
            throw unusable(settings, DatabaseSettings.OWNER, e);
        }
        try (Connection app =
                DriverManager.getConnection(settings.url(), DatabaseSettings.APP, settings.appPassword())) {
            ServerRequirements.checkApp(app);
        } catch (SQLException e) {
            throw unusable(settings, DatabaseSettings.APP, e);
        }
    }

    private static StoreException unusable(DatabaseSettings settings, String role, SQLException e) {
        String reason = firstLine(e);
        return new StoreException(
                "The database at " + settings + " cannot be used as " + role + ": "
                        + reason.substring(0, Math.min(reason.length(), MAX_REASON_CHARS))
                        + " Look at the address and the passwords, or run suluh database setup.",
                e);
    }

    private static Connection owner(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword());
    }

    /** Where this database is. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Brings the tables to this version, or to the latest when they are older. */
    public void migrateTo(MigrationVersion version) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(DatabaseSettings.APP);
        config.setPassword(settings.appPassword());
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setAutoCommit(true);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private static void makeAppRole(Connection connection, String appPassword) throws SQLException {
        // The password is of the URL-safe Base64 alphabet: nothing in it needs quoting.
        try (var statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '"
                    + DatabaseSettings.APP + "') THEN CREATE ROLE " + DatabaseSettings.APP
                    + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE; END IF; END $$");
            statement.execute("ALTER ROLE " + DatabaseSettings.APP + " PASSWORD '" + appPassword + "'");
        }
    }

    /** Runs work in one transaction that sees the rows of this case only. */
    public <T> T inCase(int caseId, Supplier<T> work) {
        return inTransaction("suluh.case_id", String.valueOf(caseId), work);
    }

    /** Runs work in one transaction that sees the cases this person is a member of, and no row inside them. */
    public <T> T asPerson(String personId, Supplier<T> work) {
        return inTransaction("suluh.person", personId, work);
    }

    /** Runs work in one transaction that sees what this task of the program needs, and no row inside any case. */
    public <T> T inScope(Scope scope, Supplier<T> work) {
        return inTransaction("suluh.scope", scope.setting(), work);
    }

    /** Runs work in one transaction that sees the complaints of this agency. */
    public <T> T inIntake(String agency, Supplier<T> work) {
        return inTransaction("suluh.intake", agency, work);
    }

    /** Runs work in one transaction that sees the complaint whose secret has this digest. */
    public <T> T withSecret(String secretSha256, Supplier<T> work) {
        return inTransaction("suluh.secret", secretSha256, work);
    }

    /** Runs work in one transaction that sees no case at all. */
    public <T> T inTransaction(Supplier<T> work) {
        return inTransaction("suluh.case_id", "", work);
    }

    @SuppressWarnings("NullAway") // execute() gives null only when the work does, and T decides that.
    private <T> T inTransaction(String setting, String value, Supplier<T> work) {
        try {
            return transactions.execute(status -> {
                // Inside another transaction the setting goes back to what it was, so that nothing more stays open.
                String before = status.isNewTransaction() ? "" : current(setting);
                set(setting, value);
                T result = work.get();
                if (!status.isNewTransaction()) {
                    set(setting, before);
                }
                return result;
            });
        } catch (DataAccessException | TransactionException e) {
            throw new StoreException("The database could not do its work: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("") + ".";
    }

    private String current(String setting) {
        return jdbc.sql("SELECT coalesce(current_setting(?, true), '')")
                .param(setting)
                .query(String.class)
                .single();
    }

    private void set(String setting, String value) {
        jdbc.sql("SELECT set_config(?, ?, true)")
                .param(setting)
                .param(value)
                .query(String.class)
                .single();
    }

    /** SQL of the repositories; inside a transaction of this database it takes part in it. */
    JdbcClient jdbc() {
        return jdbc;
    }

    /** The pool, for COPY and for cursors; connections inside a transaction are the transaction's own. */
    HikariDataSource pool() {
        return pool;
    }

    /** Bytes that the database takes on its disk. */
    public long sizeBytes() {
        return inTransaction(() -> jdbc.sql("SELECT pg_database_size(current_database())")
                .query(Long.class)
                .single());
    }

    /** JDBC address, for tests and measurements. */
    public String url() {
        return pool.getJdbcUrl();
    }

    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
