package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
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
    /** Outcome of a picture that has hashes; any other but FRAMES is a {@link MediaCode}. */
    static final String HASHED = "HASHED";
    /** Outcome of a video whose frames have hashes, in rows of their own. */
    static final String FRAMES = "FRAMES";
    /** Columns of a frame. */
    static final String FRAME = "content, number, format, width, height, quality, damaged, hashes, grid";

    private MediaColumns() {}

    /** @param frames frames of videos, by number of the content */
    static MediaContent content(ResultSet row, Map<Integer, List<Decoding.Hashed>> frames) throws SQLException {
        MediaFormat format = MediaFormat.valueOf(row.getString(6));
        String outcome = row.getString(7);
        Decoding decoding = switch (outcome) {
            case HASHED -> hashed(row, format, 9);
            case FRAMES -> new Decoding.Frames(format, frames.getOrDefault(row.getInt(1), List.of()));
            default -> new Decoding.NotHashed(format, MediaCode.valueOf(outcome), row.getString(8));
        };
        return new MediaContent(
                row.getInt(1),
                new MediaDigests(new Sha256Digest(row.getString(2)), row.getString(3), row.getString(4)),
                row.getLong(5),
                decoding);
    }

    /** A hashed picture or frame: width, height, quality, damaged, hashes and grid from this column on. */
    static Decoding.Hashed hashed(ResultSet row, MediaFormat format, int from) throws SQLException {
        return new Decoding.Hashed(
                format,
                row.getInt(from),
                row.getInt(from + 1),
                row.getInt(from + 2),
                row.getBoolean(from + 3),
                grid(row.getString(from + 5)),
                hashes(row.getString(from + 4)));
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
