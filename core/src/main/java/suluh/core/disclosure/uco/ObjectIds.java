package suluh.core.disclosure.uco;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names of objects in a graph: the same object has the same name each time, and nobody can learn from a name what it
 * stands for.
 *
 * <p>A name ends in a UUID of version 8 (RFC 9562, 5.8) made of HMAC-SHA-256 over kind and key under a secret of the case:
 * a plain digest of a handle could be found by trying handles. Not thread-safe.
 */
public final class ObjectIds {
    private static final int MIN_SECRET_BYTES = 16;

    private final String base;
    private final Mac mac;

    /**
     * Names for one case.
     *
     * @param base what every name begins with, ending in {@code /}
     * @param secret at least 16 bytes; the same for the full and the redacted graph of a case
     */
    public ObjectIds(String base, byte[] secret) {
        if (!base.endsWith("/") || secret.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("a base that ends in / and a secret of 16 bytes or more");
        }
        this.base = base;
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            this.mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** The name of what this kind and key stand for; the kind shows in it, the key does not. */
    public String of(String kind, String key) {
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
        long high = (digest.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return base + kind.toLowerCase(Locale.ROOT) + "-" + new UUID(high, low);
    }
}
