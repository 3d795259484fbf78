package suluh.exports.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import suluh.exports.ExportFile;

/**
 * The directory at the end of a zip archive (APPNOTE 6.3.10, 4.3.12 to 4.3.16), large archives included.
 *
 * @param entries entries that it states
 * @param start byte of the archive where it begins
 * @param sizeBytes its bytes
 */
record ZipDirectory(long entries, long start, long sizeBytes) {
    /** No end record: the archive was cut. */
    static final ZipDirectory MISSING = new ZipDirectory(-1, 0, 0);

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int ZIP64_BYTES = 56 + 20;
    private static final int ENTRY_BYTES = 46;
    private static final int COUNT_IN_ZIP64 = 0xFFFF;
    private static final long SIZE_IN_ZIP64 = 0xFFFFFFFFL;
    /** Unix file types in the upper half of the external attributes (stat.h). */
    private static final int FILE_TYPE = 0xF000;

    private static final int LINK = 0xA000;
    private static final int UTF8_FLAG = 1 << 11;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    /**
     * What the directory says of one entry.
     *
     * @param name as in the directory, one character for each byte
     * @param saysUtf8 true when it says that its name is UTF-8
     */
    record Entry(String name, boolean saysUtf8, boolean isLink, boolean isDevice) {}

    /**
     * The directory by the archive's last bytes, or {@link #MISSING}.
     *
     * @param count bytes of the archive
     */
    static ZipDirectory of(byte[] tail, long count) {
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.length - END_BYTES; at >= 0; at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                int comment = bytes.getShort(at + 20) & 0xFFFF;
                if (at + END_BYTES + comment == tail.length) {
                    return at(bytes, at, count - tail.length);
                }
            }
        }
        return MISSING;
    }

    private static ZipDirectory at(ByteBuffer bytes, int end, long before) {
        int entries = bytes.getShort(end + 10) & 0xFFFF;
        long size = bytes.getInt(end + 12) & 0xFFFFFFFFL;
        int zip64 = end - ZIP64_BYTES;
        boolean large = entries == COUNT_IN_ZIP64 || size == SIZE_IN_ZIP64;
        if (large && zip64 >= 0 && bytes.getInt(zip64) == ZIP64_END_SIGNATURE) {
            long largeSize = bytes.getLong(zip64 + 40);
            return new ZipDirectory(bytes.getLong(zip64 + 32), before + zip64 - largeSize, largeSize);
        }
        return new ZipDirectory(entries, before + end - size, size);
    }

    /** Hands out what it says of each entry; false when it is not what its end record says. */
    boolean forEach(ExportFile archive, long maxEntries, Consumer<Entry> consumer) throws IOException {
        if (start < 0 || sizeBytes < 0 || entries < 0) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(archive.open(), Unpacking.BUFFER_BYTES)) {
            in.skipNBytes(start);
            long left = sizeBytes;
            for (long i = 0; i < Math.min(entries, maxEntries); i++) {
                byte[] head = in.readNBytes(ENTRY_BYTES);
                ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
                if (head.length < ENTRY_BYTES || bytes.getInt(0) != ENTRY_SIGNATURE) {
                    return false;
                }
                byte[] name = in.readNBytes(bytes.getShort(28) & 0xFFFF);
                int rest = (bytes.getShort(30) & 0xFFFF) + (bytes.getShort(32) & 0xFFFF);
                in.skipNBytes(rest);
                int type = bytes.getShort(40) & FILE_TYPE;
                consumer.accept(new Entry(
                        new String(name, StandardCharsets.ISO_8859_1),
                        (bytes.getShort(8) & UTF8_FLAG) != 0,
                        type == LINK,
                        type != 0 && type != LINK && type != REGULAR && type != FOLDER));
                left -= ENTRY_BYTES + name.length + rest;
            }
            return left == 0 || entries > maxEntries;
        } catch (EOFException e) {
            return false;
        }
    }
}
