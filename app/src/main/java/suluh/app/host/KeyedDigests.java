package suluh.app.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests that only this house can make (HMAC-SHA-256, RFC 2104), under a key in a file of mode 0600.
 *
 * <p>They tell whether two texts are equal without keeping either: a plain digest of a telephone number or an address is
 * guessed in seconds. Thread-safe.
 */
public final class KeyedDigests {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    private KeyedDigests(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The digests whose key lies in this file; made on first use. */
    public static KeyedDigests kept(Path file) throws IOException {
        return new KeyedDigests(Secrets.kept(file, () -> Secrets.bytes(KEY_BYTES)));
    }

    /**
     * The digest of a text in lower-case hexadecimal.
     *
     * @param purpose what it is for; equal texts of two purposes have different digests
     */
    public String of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
