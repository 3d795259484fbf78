package suluh.core.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 digest, kept as 64 lower-case hexadecimal digits.
 *
 * <p>Lower case is required, not normalised: a manifest that differs in one bit must never compare equal.
 *
 * @param hex exactly 64 characters of {@code 0-9a-f}
 */
public record Sha256Digest(String hex) implements Comparable<Sha256Digest> {
    public static final int SIZE_BYTES = 32;

    public Sha256Digest {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("expected 64 lower-case hexadecimal digits, found " + hex.length()
                    + " characters that are not that");
        }
    }

    /** Digest of the given bytes. */
    public static Sha256Digest of(byte[] bytes) {
        return ofRaw(newMessageDigest().digest(bytes));
    }

    /** Digest from its 32 raw bytes. */
    public static Sha256Digest ofRaw(byte[] raw) {
        return new Sha256Digest(HexFormat.of().formatHex(raw));
    }

    /** A fresh SHA-256 computation; the JDK guarantees the algorithm. */
    public static MessageDigest newMessageDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** True when {@code text} could be the {@code hex} of a digest. */
    public static boolean isHex(String text) {
        if (text.length() != 2 * SIZE_BYTES) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The 32 raw bytes, freshly allocated. */
    public byte[] raw() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Sha256Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
