package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import suluh.app.media.list.KeptList;
import suluh.core.kernel.Sha256Digest;

/** Lists of known hashes: what they are; their bytes lie sealed in a vault of their own. */
public final class HashListStore {
    private static final String COLUMNS = "name, source, licence, scheme, purpose, list_date, agencies, format, sha256,"
            + " size_bytes, records, unusable, imported_by, imported_at";

    private final Database database;

    public HashListStore(Database database) {
        this.database = database;
    }

    /** Stores a list and gives its number; the id of the row given is not looked at. Call inside the scope of lists. */
    public int add(KeptList list) {
        return database.jdbc()
                .sql("INSERT INTO hash_list (" + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, string_to_array(?, ' '), ?, ?, ?," + " ?, ?, ?, ?) RETURNING id")
                .param(StorableText.of(list.name()))
                .param(StorableText.of(list.source()))
                .param(StorableText.of(list.licence()))
                .param(StorableText.of(list.scheme()))
                .param(list.purpose())
                .param(list.date())
                .param(String.join(" ", list.agencies()))
                .param(list.format())
                .param(list.sha256().hex())
                .param(list.sizeBytes())
                .param(list.records())
                .param(list.unusable())
                .param(list.importedBy())
                .param(list.importedAt().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The latest edition of each list, in the order of their first import. */
    public List<KeptList> current() {
        return database.inScope(
                Scope.LISTS,
                () -> database.jdbc()
                        .sql("SELECT id, " + COLUMNS
                                + " FROM (SELECT DISTINCT ON (name) * FROM hash_list ORDER BY name, id DESC)"
                                + " latest ORDER BY id")
                        .query(HashListStore::row)
                        .list());
    }

    /** Every edition that was imported, oldest first. */
    public List<KeptList> all() {
        return database.inScope(
                Scope.LISTS,
                () -> database.jdbc()
                        .sql("SELECT id, " + COLUMNS + " FROM hash_list ORDER BY id")
                        .query(HashListStore::row)
                        .list());
    }

    private static KeptList row(ResultSet row, int number) throws SQLException {
        return new KeptList(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                List.of((String[]) row.getArray(8).getArray()),
                row.getString(9),
                new Sha256Digest(row.getString(10)),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getString(14),
                row.getObject(15, OffsetDateTime.class).toInstant());
    }
}
