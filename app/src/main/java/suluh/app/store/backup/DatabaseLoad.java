package suluh.app.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import suluh.app.store.DatabaseSettings;
import suluh.app.store.StoreException;
import suluh.app.store.backup.BackupAbout.Sequence;
import suluh.app.store.backup.BackupAbout.Table;

/** Puts the rows of a backup into an empty database, in one transaction: all of them or none. */
final class DatabaseLoad implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Connection connection;
    private final BackupAbout about;
    private @Nullable CopyIn copy;
    private String current = "";
    private int nextTable;

    private DatabaseLoad(Connection connection, BackupAbout about) {
        this.connection = connection;
        this.about = about;
    }

    /**
     * Begins; the tables must be those of the backup's version and hold nothing but what migrations put there.
     *
     * @throws BackupException when they are not, or hold a case or a ledger
     */
    static DatabaseLoad begin(DatabaseSettings settings, BackupAbout about) throws IOException {
        try {
            Connection connection =
                    DriverManager.getConnection(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword());
            DatabaseLoad load = new DatabaseLoad(connection, about);
            try {
                connection.setAutoCommit(false);
                load.prepare();
                return load;
            } catch (SQLException | BackupException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void prepare() throws SQLException, BackupException {
        List<Table> here = DatabaseSnapshot.tables(connection);
        if (!here.stream()
                .map(DatabaseLoad::shape)
                .collect(Collectors.toSet())
                .equals(about.tables().stream().map(DatabaseLoad::shape).collect(Collectors.toSet()))) {
            throw new BackupException("The backup's tables are not those of version " + about.schema()
                    + "; restore it with the program that made it: " + about.tool() + ".");
        }
        execute("SET row_security = off");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT EXISTS (SELECT 1 FROM ledger_entry) OR EXISTS (SELECT 1 FROM probe_case)")) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new BackupException(
                        "The database holds cases or a ledger already; a backup is restored into an empty one only.");
            }
        }
        execute("TRUNCATE " + here.stream().map(Table::name).collect(Collectors.joining(", ")));
        for (Table table : here) {
            execute("ALTER TABLE " + table.name() + " DISABLE TRIGGER USER");
        }
    }

    private static String shape(Table table) {
        return table.name() + " " + table.columns().stream().sorted().toList();
    }

    /** Takes the next part of a table; tables come in the order that the backup announced. */
    void take(String name, InputStream bytes) throws IOException {
        try {
            if (!name.equals(current)) {
                endTable();
                Table table = next(name);
                copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table.name() + " (" + table.columnList() + ") FROM STDIN");
                current = name;
            }
            CopyIn into = copy;
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = bytes.read(buffer); read >= 0 && into != null; read = bytes.read(buffer)) {
                into.writeToCopy(buffer, 0, read);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Table next(String name) throws BackupException {
        while (nextTable < about.tables().size()) {
            Table table = about.tables().get(nextTable++);
            if (table.name().equals(name)) {
                return table;
            }
        }
        throw new BackupException("The backup names a table out of its order; it was not made by Suluh.");
    }

    private void endTable() throws SQLException {
        if (copy != null) {
            copy.endCopy();
            copy = null;
        }
    }

    /** Sets the sequences and commits. */
    void finish() throws IOException {
        try {
            endTable();
            for (Sequence sequence : about.sequences()) {
                execute("SELECT setval('public." + sequence.name() + "', " + sequence.last() + ")");
            }
            for (Table table : about.tables()) {
                execute("ALTER TABLE " + table.name() + " ENABLE TRIGGER USER");
            }
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Takes every row out again, when what was loaded turned out not to hold. */
    static void clear(DatabaseSettings settings) {
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE "
                    + DatabaseSnapshot.tables(connection).stream()
                            .map(Table::name)
                            .collect(Collectors.joining(", ")));
        } catch (SQLException e) {
            throw new StoreException("The database could not be emptied again: " + e.getMessage(), e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static BackupException failed(SQLException e) {
        return new BackupException("The rows of the backup could not be put into the database: " + e.getMessage(), e);
    }

    /** Without {@link #finish} nothing of it stays. */
    @Override
    public void close() throws IOException {
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
