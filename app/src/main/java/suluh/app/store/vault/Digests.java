package suluh.app.store.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import suluh.core.kernel.Sha256Digest;

/** Digests of one stream of bytes, all in one pass. */
final class Digests {
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");
    private final MessageDigest sha1 = digest("SHA-1");
    private final MessageDigest md5 = digest("MD5");
    private long sizeBytes;

    void update(byte[] buffer, int length) {
        sha256.update(buffer, 0, length);
        sha512.update(buffer, 0, length);
        sha1.update(buffer, 0, length);
        md5.update(buffer, 0, length);
        sizeBytes += length;
    }

    /** The object these bytes are; call once. */
    SealedObject finish(boolean isNew) {
        return new SealedObject(
                Sha256Digest.ofRaw(sha256.digest()), hex(sha512), hex(sha1), hex(md5), sizeBytes, isNew);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}
