package suluh.app.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a font in the Web Open Font Format, version 1 (W3C Recommendation of 13 December 2012), to the TrueType file that
 * was packed: each table is inflated and set in its place, nothing is interpreted.
 *
 * <p>For fonts that come with the program; sizes are checked all the same.
 */
final class WoffFont {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER_BYTES = 44;
    private static final int ENTRY_BYTES = 20;
    private static final int SFNT_HEADER_BYTES = 12;
    private static final int SFNT_ENTRY_BYTES = 16;
    private static final int MAX_TABLES = 64;
    private static final int MAX_BYTES = 32 << 20;

    private WoffFont() {}

    /** The TrueType file; read to the end, and left open. */
    static byte[] unpacked(InputStream in) throws IOException {
        ByteBuffer woff = ByteBuffer.wrap(in.readNBytes(MAX_BYTES));
        if (woff.remaining() < HEADER_BYTES || woff.getInt(0) != SIGNATURE) {
            throw new IOException("no font in WOFF 1");
        }
        int flavor = woff.getInt(4);
        int tables = Short.toUnsignedInt(woff.getShort(12));
        long sizeBytes = Integer.toUnsignedLong(woff.getInt(16));
        int start = SFNT_HEADER_BYTES + tables * SFNT_ENTRY_BYTES;
        if (tables == 0 || tables > MAX_TABLES || sizeBytes < start || sizeBytes > MAX_BYTES) {
            throw new IOException("a font of " + tables + " tables and " + sizeBytes + " bytes");
        }
        ByteBuffer sfnt = ByteBuffer.allocate((int) sizeBytes);
        int power = Integer.highestOneBit(tables);
        sfnt.putInt(flavor)
                .putShort((short) tables)
                .putShort((short) (power * SFNT_ENTRY_BYTES))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) ((tables - power) * SFNT_ENTRY_BYTES));
        int place = start;
        for (int i = 0; i < tables; i++) {
            int entry = HEADER_BYTES + i * ENTRY_BYTES;
            byte[] table = table(woff, entry);
            if (place + table.length > sfnt.capacity()) {
                throw new IOException("tables longer than the font says");
            }
            // Tag, checksum of the table unpacked, place, length.
            sfnt.putInt(woff.getInt(entry))
                    .putInt(woff.getInt(entry + 16))
                    .putInt(place)
                    .putInt(table.length);
            sfnt.put(place, table);
            place += (table.length + 3) & ~3;
        }
        return sfnt.array();
    }

    private static byte[] table(ByteBuffer woff, int entry) throws IOException {
        if (entry + ENTRY_BYTES > woff.capacity()) {
            throw new IOException("the list of tables is cut");
        }
        int offset = woff.getInt(entry + 4);
        int packed = woff.getInt(entry + 8);
        int length = woff.getInt(entry + 12);
        boolean isInside = offset >= 0 && packed >= 0 && length >= packed && length <= MAX_BYTES;
        if (!isInside || (long) offset + packed > woff.capacity()) {
            throw new IOException("a table beyond the end of the font");
        }
        byte[] bytes = new byte[packed];
        woff.get(offset, bytes);
        if (packed == length) {
            return bytes;
        }
        byte[] table = new byte[length];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes);
            if (inflater.inflate(table) != length) {
                throw new IOException("a table shorter than the font says");
            }
        } catch (DataFormatException e) {
            throw new IOException("a table that cannot be inflated", e);
        }
        return table;
    }
}
