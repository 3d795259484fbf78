package suluh.exports.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ReadingAlarm;
import suluh.exports.ArchiveLimits;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;

/** Unpacks entries within the limits of one item, nested archives included. Not thread-safe. */
final class Unpacking {
    static final int BUFFER_BYTES = 64 << 10;

    private final ArchiveLimits limits;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long unpackedBytes;

    Unpacking(ArchiveLimits limits) {
        this.limits = limits;
    }

    ArchiveLimits limits() {
        return limits;
    }

    /**
     * Reads an entry to its end.
     *
     * @param packed packed bytes taken so far
     * @param holding takes the bytes; null when nobody wants them
     * @return why the entry is not whole, or null when it is
     */
    @Nullable
    ReadingAlarm drain(InputStream in, LongSupplier packed, String name, @Nullable EntryHolding holding)
            throws IOException {
        long packedBefore = packed.getAsLong();
        long size = 0;
        while (true) {
            int got;
            try {
                got = in.read(buffer, 0, buffer.length);
            } catch (ZipException | EOFException e) {
                return new ReadingAlarm(damageCode(e), sentence(e) + " inside the entry " + KeyNames.shown(name), size);
            }
            if (got < 0) {
                return null;
            }
            size += got;
            unpackedBytes += got;
            String limit = limitReached(size, packed.getAsLong() - packedBefore);
            if (limit != null) {
                return new ReadingAlarm(
                        ReadingCode.ARCHIVE_LIMIT, limit + " in the entry " + KeyNames.shown(name), size);
            }
            if (holding != null) {
                holding.add(name, buffer, got);
            }
        }
    }

    private @Nullable String limitReached(long size, long packed) {
        if (size > limits.maxEntryBytes()) {
            return "more than " + limits.maxEntryBytes() + " bytes";
        }
        if (unpackedBytes > limits.maxTotalBytes()) {
            return "more than " + limits.maxTotalBytes() + " bytes of the item";
        }
        boolean bomb =
                size > ArchiveLimits.RATIO_FREE_BYTES && size / Math.max(1, packed + BUFFER_BYTES) > limits.maxRatio();
        return bomb ? "more than " + limits.maxRatio() + " bytes for each packed one" : null;
    }

    static ReadingCode damageCode(IOException damage) {
        return damage instanceof EOFException ? ReadingCode.ARCHIVE_CUT : ReadingCode.ARCHIVE_DAMAGED;
    }

    static String sentence(IOException damage) {
        return damage instanceof EOFException
                ? "the archive ends early"
                : "the archive is damaged, encrypted or packed in an unknown way";
    }
}
