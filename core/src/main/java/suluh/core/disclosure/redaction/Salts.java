package suluh.core.disclosure.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A salt for each passage, made with a secret: the same plan made twice has the same salts, and one tells nothing of
 * another. Not thread-safe.
 */
public final class Salts {
    private static final int MIN_SECRET_BYTES = 32;

    private final Mac mac;
    private final String plan;

    /**
     * Salts of one plan.
     *
     * @param secret at least 32 bytes that never leave the installation
     */
    public Salts(byte[] secret, String plan) {
        if (secret.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("a secret of " + MIN_SECRET_BYTES + " bytes or more");
        }
        this.plan = plan;
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            this.mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    String of(long number, String field, int start) {
        String place = plan + "\n" + number + "\n" + field + "\n" + start;
        return HexFormat.of().formatHex(mac.doFinal(place.getBytes(StandardCharsets.UTF_8)));
    }
}
