package suluh.app.store.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import suluh.app.store.DatabaseSettings;
import suluh.app.store.StoreException;
import suluh.app.store.backup.BackupAbout.Sequence;
import suluh.app.store.backup.BackupAbout.Table;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.LedgerEntry;

/**
 * Every row of the database as of one instant: one transaction that reads repeatably, as the owner, while others work.
 *
 * <p>As long as it is open, purges record what they do but leave the objects where they are
 * ({@link DatabaseSettings#PURGE_LOCK}), so that each object the snapshot names can still be copied.
 */
public final class DatabaseSnapshot implements AutoCloseable {
    private static final int CHUNK_BYTES = 4 << 20;
    private static final int FETCH_ROWS = 10_000;

    private final Connection connection;

    private DatabaseSnapshot(Connection connection) {
        this.connection = connection;
    }

    /** Takes a part of a table: at most 4 MiB beyond its last row, whole rows in PostgreSQL's text form. */
    public interface ChunkSink {
        void take(byte[] bytes) throws IOException;
    }

    /** Takes the digest of an object that the vault must hold. */
    public interface ObjectSink {
        void take(Sha256Digest sha256) throws IOException;
    }

    /** Opens a snapshot of this database, as of now. */
    public static DatabaseSnapshot open(DatabaseSettings settings) {
        try {
            Connection connection =
                    DriverManager.getConnection(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock_shared(" + DatabaseSettings.PURGE_LOCK + ")");
                // An error rather than a part of the rows, should a policy ever bind the owner.
                statement.execute("SET row_security = off");
                statement.execute("SET timezone = 'UTC'");
                connection.setAutoCommit(false);
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                return new DatabaseSnapshot(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("No snapshot of the database could be taken: " + e.getMessage(), e);
        }
    }

    /** When the snapshot was taken and what it holds. */
    public BackupAbout about(String tool) {
        try {
            Instant at;
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT now()")) {
                rows.next();
                at = rows.getObject(1, OffsetDateTime.class).toInstant();
            }
            String schema = texts("SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                            + " ORDER BY installed_rank DESC")
                    .stream()
                    .map(org.flywaydb.core.api.MigrationVersion::fromVersion)
                    .max(java.util.Comparator.naturalOrder())
                    .map(String::valueOf)
                    .orElse("");
            return new BackupAbout(at, tool, schema, tables(connection), sequences());
        } catch (SQLException e) {
            throw new StoreException("The database could not be read: " + e.getMessage(), e);
        }
    }

    /** The rows of a table, in parts. */
    public void copy(Table table, ChunkSink sink) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK_BYTES + (CHUNK_BYTES >> 2));
        try {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + table.name() + " (" + table.columnList() + ") TO STDOUT");
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                chunk.writeBytes(row);
                if (chunk.size() >= CHUNK_BYTES) {
                    sink.take(chunk.toByteArray());
                    chunk.reset();
                }
            }
        } catch (SQLException e) {
            throw new StoreException("The table " + table.name() + " could not be read: " + e.getMessage(), e);
        }
        if (chunk.size() > 0) {
            sink.take(chunk.toByteArray());
        }
    }

    /** Digests of the objects that are held and not purged, in order. */
    public void objects(ObjectSink sink) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT DISTINCT sha256 FROM vault_reference" + " WHERE purged_at IS NULL ORDER BY sha256")) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.take(new Sha256Digest(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw new StoreException("The list of sealed objects could not be read: " + e.getMessage(), e);
        }
    }

    /** Ends the snapshot and puts an entry into the ledger's queue; whoever works with the folder gives it its place. */
    public void endWith(LedgerEntry entry) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO ledger_entry (case_number, leaf) VALUES (?, ?)")) {
                statement.setString(1, entry.caseNumber());
                statement.setBytes(2, entry.leaf());
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new StoreException("The ledger's entry of the backup could not be kept: " + e.getMessage(), e);
        }
    }

    /** All tables but the migrations' own, each after those it refers to; columns that are computed are left out. */
    static List<Table> tables(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        Map<String, Set<String>> referred = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT c.relname, a.attname FROM pg_class c"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                    + " AND a.attgenerated = '' WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
                    + " AND c.relname <> 'flyway_schema_history' ORDER BY c.relname, a.attnum")) {
                while (rows.next()) {
                    columns.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT c.relname, f.relname FROM pg_constraint k"
                    + " JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid"
                    + " WHERE k.contype = 'f' AND c.oid <> f.oid")) {
                while (rows.next()) {
                    referred.computeIfAbsent(rows.getString(1), name -> new TreeSet<>())
                            .add(rows.getString(2));
                }
            }
        }
        Map<String, Table> ordered = new LinkedHashMap<>();
        while (ordered.size() < columns.size()) {
            int before = ordered.size();
            columns.forEach((name, own) -> {
                if (ordered.keySet().containsAll(referred.getOrDefault(name, Set.of()))) {
                    ordered.putIfAbsent(name, new Table(name, own));
                }
            });
            if (ordered.size() == before) {
                throw new StoreException(
                        "Tables refer to each other in a circle; such a database cannot be backed up.");
            }
        }
        return List.copyOf(ordered.values());
    }

    private List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sequencename, last_value FROM pg_sequences"
                        + " WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1")) {
            while (rows.next()) {
                sequences.add(new Sequence(rows.getString(1), rows.getLong(2)));
            }
        }
        return sequences;
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("The snapshot could not be closed: " + e.getMessage(), e);
        }
    }
}
