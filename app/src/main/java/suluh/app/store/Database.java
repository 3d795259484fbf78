package suluh.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
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
    private static final String APP_ROLE = "suluh_app";
    private static final int MAX_CONNECTIONS = 20;

    private final @Nullable EmbeddedPostgres embedded;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private Database(@Nullable EmbeddedPostgres embedded, HikariDataSource pool) {
        this.embedded = embedded;
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /**
     * Opens the database of this folder: the server that SULUH_DATABASE_URL names (with SULUH_DATABASE_OWNER and
     * SULUH_DATABASE_PASSWORD), else the embedded one.
     *
     * @throws StoreException when it cannot be reached or migrated
     */
    public static Database open(DataFolder folder, Map<String, String> environment) throws IOException {
        String appPassword = Secrets.keptPassword(folder.keys().resolve("postgres-app.password"));
        String url = environment.get("SULUH_DATABASE_URL");
        if (url != null) {
            String owner = environment.getOrDefault("SULUH_DATABASE_OWNER", EmbeddedPostgres.OWNER);
            String password = environment.getOrDefault("SULUH_DATABASE_PASSWORD", "");
            return migrated(null, url, owner, password, appPassword);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(
                folder.postgres(), folder.keys(), DataFolder.chosen(null).resolveSibling("suluh-programs"));
        return migrated(embedded, embedded.url(), EmbeddedPostgres.OWNER, embedded.ownerPassword(), appPassword);
    }

    private static Database migrated(
            @Nullable EmbeddedPostgres embedded, String url, String owner, String password, String appPassword) {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            makeAppRole(connection, appPassword);
        } catch (SQLException e) {
            throw new StoreException("The database at " + url + " cannot be used: " + e.getMessage(), e);
        }
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(url, owner, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(APP_ROLE);
        config.setPassword(appPassword);
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setAutoCommit(true);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new Database(embedded, new HikariDataSource(config));
    }

    private static void makeAppRole(Connection connection, String appPassword) throws SQLException {
        // The password is of the URL-safe Base64 alphabet: nothing in it needs quoting.
        try (var statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + APP_ROLE
                    + "') THEN CREATE ROLE " + APP_ROLE + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE; "
                    + "END IF; END $$");
            statement.execute("ALTER ROLE " + APP_ROLE + " PASSWORD '" + appPassword + "'");
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
