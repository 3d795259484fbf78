package suluh.exports.meta;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import suluh.core.kernel.Sha256Digest;

/**
 * Remembers what was seen by the first 64 bits of its SHA-256, eight bytes each.
 *
 * <p>Among ten million different messages two share these bits with a chance of one in 300,000; that is the price of not
 * holding the messages. Open addressing, doubled when half full.
 */
final class Fingerprints {
    /** 32 million take 512 MiB while doubling; an encrypted backup has far fewer messages. */
    static final int MAX_KEPT = 16 << 20;

    private long[] slots = new long[1 << 10];
    private int kept;

    /** True when the text was not seen before; always true once {@link #MAX_KEPT} are kept. */
    boolean isNew(String text) {
        long key = key(text);
        int at = slot(slots, key);
        if (slots[at] == key) {
            return false;
        }
        if (kept < MAX_KEPT) {
            slots[at] = key;
            kept++;
            grow();
        }
        return true;
    }

    /** True when the text was kept. */
    boolean has(String text) {
        long key = key(text);
        return slots[slot(slots, key)] == key;
    }

    private static long key(String text) {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        long bits = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return bits == 0 ? 1 : bits;
    }

    private void grow() {
        if (kept * 2 < slots.length) {
            return;
        }
        long[] larger = new long[slots.length * 2];
        for (long key : slots) {
            if (key != 0) {
                larger[slot(larger, key)] = key;
            }
        }
        slots = larger;
    }

    private static int slot(long[] slots, long key) {
        int at = (int) (key & (slots.length - 1));
        while (slots[at] != 0 && slots[at] != key) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }
}
