package suluh.exports.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the number of entries from the end of a zip archive (APPNOTE 6.3.10, 4.3.14 to 4.3.16). */
final class ZipDirectory {
    /** No end record: the archive was cut. */
    static final long MISSING = -1;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int END_BYTES = 22;
    private static final int ZIP64_BYTES = 56 + 20;
    private static final int COUNT_IN_ZIP64 = 0xFFFF;

    private ZipDirectory() {}

    /** Entries that the directory states, or {@link #MISSING}. */
    static long statedEntries(byte[] tail) {
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.length - END_BYTES; at >= 0; at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                int comment = bytes.getShort(at + 20) & 0xFFFF;
                if (at + END_BYTES + comment == tail.length) {
                    return count(bytes, at);
                }
            }
        }
        return MISSING;
    }

    private static long count(ByteBuffer bytes, int end) {
        int count = bytes.getShort(end + 10) & 0xFFFF;
        int zip64 = end - ZIP64_BYTES;
        if (count == COUNT_IN_ZIP64 && zip64 >= 0 && bytes.getInt(zip64) == ZIP64_END_SIGNATURE) {
            return bytes.getLong(zip64 + 32);
        }
        return count;
    }
}
