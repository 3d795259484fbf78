package suluh.core.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Id of one evidence item: the same bytes under the same name always get the same id.
 *
 * <p>Derived, not drawn, so that a second run over the same input yields the same findings. The digest alone would
 * not do: two files of equal bytes in different folders are two items with two chains of custody.
 *
 * @param value {@code ev-} followed by 32 lower-case hexadecimal digits
 */
public record EvidenceId(String value) implements Comparable<EvidenceId> {
    private static final String PREFIX = "ev-";
    private static final int HEX_DIGITS = 32;

    public EvidenceId {
        if (!value.startsWith(PREFIX) || value.length() != PREFIX.length() + HEX_DIGITS) {
            throw new IllegalArgumentException("expected ev- and 32 hexadecimal digits, found: " + value);
        }
    }

    /** Id of the item with these bytes, received under this name (relative to what was handed in, {@code /} as separator). */
    public static EvidenceId of(Sha256Digest content, String receivedName) {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        digest.update(content.raw());
        digest.update(receivedName.getBytes(StandardCharsets.UTF_8));
        return new EvidenceId(PREFIX + Sha256Digest.ofRaw(digest.digest()).hex().substring(0, HEX_DIGITS));
    }

    @Override
    public int compareTo(EvidenceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
