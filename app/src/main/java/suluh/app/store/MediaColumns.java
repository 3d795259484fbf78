package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import suluh.app.media.Decoding;
import suluh.app.media.GreyGrid;
import suluh.app.media.MediaCode;
import suluh.app.media.MediaDigests;
import suluh.app.media.MediaFormat;
import suluh.core.image.PdqHash;
import suluh.core.image.Turn;
import suluh.core.kernel.Sha256Digest;

/** How a media content stands in its row. */
final class MediaColumns {
    /** Columns in the order of {@link #content}. */
    static final String CONTENT = "id, sha256, sha1, md5, size_bytes, format, outcome, reason, width, height, quality,"
            + " damaged, hashes, grid";
    /** Outcome of a content that has hashes; any other is a {@link MediaCode}. */
    static final String HASHED = "HASHED";

    private MediaColumns() {}

    static MediaContent content(ResultSet row) throws SQLException {
        MediaFormat format = MediaFormat.valueOf(row.getString(6));
        String outcome = row.getString(7);
        Decoding decoding = outcome.equals(HASHED)
                ? new Decoding.Hashed(
                        format,
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getBoolean(12),
                        grid(row.getString(14)),
                        hashes(row.getString(13)))
                : new Decoding.NotHashed(format, MediaCode.valueOf(outcome), row.getString(8));
        return new MediaContent(
                row.getInt(1),
                new MediaDigests(new Sha256Digest(row.getString(2)), row.getString(3), row.getString(4)),
                row.getLong(5),
                decoding);
    }

    static String hashes(Decoding.Hashed hashed) {
        StringBuilder digits = new StringBuilder();
        for (Turn turn : Turn.values()) {
            digits.append(hashed.hash(turn));
        }
        return digits.toString();
    }

    private static Map<Turn, PdqHash> hashes(String digits) {
        Map<Turn, PdqHash> hashes = new EnumMap<>(Turn.class);
        int at = 0;
        for (Turn turn : Turn.values()) {
            String hex = digits.substring(at, at + PdqHash.HEX_DIGITS);
            hashes.put(turn, PdqHash.parse(hex).orElseThrow());
            at += PdqHash.HEX_DIGITS;
        }
        return hashes;
    }

    static String grid(GreyGrid grid) {
        return grid.columns() + "x" + grid.rows() + ":" + grid.levels();
    }

    private static GreyGrid grid(String text) {
        return new GreyGrid(
                Character.digit(text.charAt(0), 10), Character.digit(text.charAt(2), 10), text.substring(4));
    }
}
