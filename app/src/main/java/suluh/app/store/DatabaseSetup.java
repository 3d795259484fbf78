package suluh.app.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes the two roles and the database on a server of the host's own, or says in SQL how to. */
public final class DatabaseSetup {
    /** Since this version a database can carry PostgreSQL's own C.UTF-8 rather than the operating system's. */
    private static final int BUILTIN_LOCALE_VERSION = 17;

    private DatabaseSetup() {}

    /** The statements, for an administrator who prefers to run them by hand: {@code psql -f}. */
    public static List<String> statements(DatabaseSettings settings, int version) {
        // Both passwords are of the URL-safe Base64 alphabet, the name is checked: nothing needs quoting.
        String locale = version >= BUILTIN_LOCALE_VERSION
                ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
                : "LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'";
        String name = settings.database();
        return List.of(
                role(DatabaseSettings.OWNER, "BYPASSRLS", settings.ownerPassword()),
                role(DatabaseSettings.APP, "NOBYPASSRLS", settings.appPassword()),
                "CREATE DATABASE " + name + " OWNER " + DatabaseSettings.OWNER + " ENCODING 'UTF8' " + locale
                        + " TEMPLATE template0",
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO " + DatabaseSettings.APP);
    }

    private static String role(String name, String rowSecurity, String password) {
        return "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + name + "') THEN CREATE ROLE "
                + name + "; END IF; ALTER ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION "
                + rowSecurity + " PASSWORD '" + password + "'; END $$";
    }

    /**
     * Runs the statements as an administrator of the server; roles that are there get the new passwords.
     *
     * @throws StoreException when the server cannot be reached, is too old, or refuses
     */
    public static void run(DatabaseSettings settings, String admin, String password) {
        try (Connection connection = DriverManager.getConnection(settings.adminUrl(), admin, password);
                Statement statement = connection.createStatement()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < ServerRequirements.MIN_VERSION) {
                throw new StoreException("The server is PostgreSQL " + version + "; Suluh needs "
                        + ServerRequirements.MIN_VERSION + " or later.");
            }
            for (String sql : statements(settings, version)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new StoreException("The database could not be set up at " + settings + ": " + e.getMessage(), e);
        }
        Database.check(settings);
    }
}
