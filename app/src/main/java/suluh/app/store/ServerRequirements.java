package suluh.app.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a server of the host's own must be, so that nothing acknowledged is lost and no forgotten WHERE leaks. */
final class ServerRequirements {
    /** The oldest version that the tests run against (Debian 12's). */
    static final int MIN_VERSION = 15;

    private static final int VERSIONS_FACTOR = 10_000;

    private ServerRequirements() {}

    /** Refuses a server, a database or an owner that will not do; connected as the owner. */
    static void checkOwner(Connection owner) throws SQLException {
        int version = Integer.parseInt(text(owner, "SHOW server_version_num")) / VERSIONS_FACTOR;
        require(
                version >= MIN_VERSION,
                "The server is PostgreSQL " + version + "; Suluh needs " + MIN_VERSION + " or later.");
        require(
                text(owner, "SHOW fsync").equals("on"),
                "The server runs with fsync=off and would lose what it" + " acknowledged; switch it on.");
        require(
                !text(owner, "SHOW synchronous_commit").equals("off"),
                "The server runs with synchronous_commit=off and"
                        + " would lose what it acknowledged; switch it on for this database.");
        require(
                text(owner, "SHOW server_encoding").equals("UTF8"),
                "The database's encoding is not UTF8;" + " make it anew with suluh database setup.");
        require(
                isTrue(
                        owner,
                        "SELECT coalesce(to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale', datcollate)"
                                + " IN ('C', 'POSIX', 'C.UTF-8', 'C.utf8') FROM pg_database d WHERE datname = current_database()"),
                "The database sorts by the rules of a language, so that its order would differ from server to server;"
                        + " make it anew with collation C: suluh database setup.");
        require(
                isTrue(owner, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"),
                "The owner of the tables lacks BYPASSRLS, without which migrations and backups would silently pass over"
                        + " rows; grant it, or run suluh database setup.");
        require(
                isTrue(owner, "SELECT has_schema_privilege('public', 'CREATE')"),
                "The owner may not create tables in"
                        + " the schema public of this database; make it the database's owner.");
    }

    /** Refuses a role to work as that could see or change more than row-level security grants; connected as it. */
    static void checkApp(Connection app) throws SQLException {
        require(
                isTrue(app, "SELECT session_user = '" + DatabaseSettings.APP + "'"),
                "The program must work as the role " + DatabaseSettings.APP + ".");
        require(
                isTrue(
                        app,
                        "SELECT NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"
                                + " FROM pg_roles WHERE rolname = session_user"),
                "The role " + DatabaseSettings.APP
                        + " is a superuser, passes by row-level security or may make roles or"
                        + " databases; take that away: ALTER ROLE " + DatabaseSettings.APP
                        + " NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION.");
        require(
                isTrue(
                        app,
                        "SELECT NOT EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member"
                                + " WHERE r.rolname = session_user)"),
                "The role " + DatabaseSettings.APP + " is a member of another role, whose rights it could take on;"
                        + " revoke that.");
        require(
                isTrue(
                        app,
                        "SELECT NOT EXISTS (SELECT 1 FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
                                + " WHERE r.rolname = session_user AND c.relpersistence <> 't')"),
                "The role " + DatabaseSettings.APP + " owns tables and could switch their policies off; give them to "
                        + DatabaseSettings.OWNER + ".");
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        return text(connection, question).equals("t");
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new StoreException(sentence);
        }
    }
}
