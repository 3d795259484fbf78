package suluh.app.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipException;
import suluh.core.kernel.Sha256Digest;

/**
 * The digests by which lists know a file.
 *
 * @param sha256 the content's address
 * @param sha1 search key only
 * @param md5 search key only
 */
public record MediaDigests(Sha256Digest sha256, String sha1, String md5) {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int FIRST_BYTES = 1 << 20;

    /** A file in memory, or its beginning when it is larger than what is decoded, with its digests. */
    public static final class Taken {
        private final MediaDigests digests;
        private final long sizeBytes;
        private final byte[] bytes;

        private Taken(MediaDigests digests, long sizeBytes, byte[] bytes) {
            this.digests = digests;
            this.sizeBytes = sizeBytes;
            this.bytes = bytes;
        }

        public MediaDigests digests() {
            return digests;
        }

        public long sizeBytes() {
            return sizeBytes;
        }

        /** The bytes, at most one more than {@link DecoderPool#MAX_FILE_BYTES}; they pass to the caller. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Takes a stream up to this size. Damage of an archive ends it as it ended the reading that stated the size: what
     * came before is taken.
     */
    public static Taken take(InputStream in, long size) throws IOException {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest sha1 = digest("SHA-1");
        MessageDigest md5 = digest("MD5");
        byte[] held = new byte[(int) Math.min(size, FIRST_BYTES)];
        byte[] buffer = new byte[BUFFER_BYTES];
        int heldBytes = 0;
        long taken = 0;
        for (int got = read(in, buffer, size); got > 0; got = read(in, buffer, size - taken)) {
            sha256.update(buffer, 0, got);
            sha1.update(buffer, 0, got);
            md5.update(buffer, 0, got);
            int kept = (int) Math.min(got, DecoderPool.MAX_FILE_BYTES + 1L - heldBytes);
            if (heldBytes + kept > held.length) {
                held = Arrays.copyOf(held, (int) Math.min(size, Math.max(2L * held.length, heldBytes + kept)));
            }
            System.arraycopy(buffer, 0, held, heldBytes, kept);
            heldBytes += kept;
            taken += got;
        }
        HexFormat hex = HexFormat.of();
        MediaDigests digests = new MediaDigests(
                Sha256Digest.ofRaw(sha256.digest()), hex.formatHex(sha1.digest()), hex.formatHex(md5.digest()));
        return new Taken(digests, taken, heldBytes == held.length ? held : Arrays.copyOf(held, heldBytes));
    }

    /** Bytes read into the buffer, at most {@code left}; 0 or less at the end. */
    private static int read(InputStream in, byte[] buffer, long left) throws IOException {
        try {
            return left <= 0 ? 0 : in.read(buffer, 0, (int) Math.min(left, buffer.length));
        } catch (ZipException | EOFException e) {
            return 0;
        }
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}
