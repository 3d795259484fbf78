package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.SourcePointer;

/**
 * Reads where records lie off the rows of queries.
 *
 * <p>A case has millions of records in some thousand files. Each row brings its own copy of the item's id and of the
 * path; equal ones that came by lately are used again, so that what is held costs a pointer instead of two texts.
 */
final class SourceRow {
    /** A power of two. */
    private static final int SLOTS = 1 << 12;

    /** Read and written without a lock: an entry is immutable, and a lost one costs a copy. */
    private static final @Nullable Place[] RECENT = new Place[SLOTS];

    private record Place(EvidenceId item, String path) {
        boolean is(String otherItem, String otherPath) {
            return item.value().equals(otherItem) && path.equals(otherPath);
        }
    }

    private SourceRow() {}

    /** The pointer in four columns from this one on: item, path, offset, length. */
    static SourcePointer pointer(ResultSet row, int column) throws SQLException {
        Place place = place(row.getString(column), row.getString(column + 1));
        return new SourcePointer(place.item(), place.path(), row.getLong(column + 2), row.getLong(column + 3));
    }

    private static Place place(String item, String path) {
        int slot = (31 * item.hashCode() + path.hashCode()) & (SLOTS - 1);
        Place known = RECENT[slot];
        if (known != null && known.is(item, path)) {
            return known;
        }
        Place place = new Place(new EvidenceId(item), path);
        RECENT[slot] = place;
        return place;
    }
}
