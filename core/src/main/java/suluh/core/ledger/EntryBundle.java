package suluh.core.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries one after another, each behind its length in two bytes, big end first (C2SP tlog-tiles). */
final class EntryBundle {
    private static final int LENGTH_BYTES = 2;

    private EntryBundle() {}

    static byte[] bytes(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LedgerEntry.MAX_SIZE_BYTES) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes does not fit a bundle");
            }
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    static List<byte[]> parse(byte[] bytes) throws LedgerFormatException {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int from = at + LENGTH_BYTES;
            if (from > bytes.length) {
                throw new LedgerFormatException("an entry bundle ends inside the length of entry " + entries.size());
            }
            int end = from + ((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF));
            if (end > bytes.length) {
                throw new LedgerFormatException("an entry bundle ends inside entry " + entries.size());
            }
            entries.add(Arrays.copyOfRange(bytes, from, end));
            at = end;
        }
        return entries;
    }
}
