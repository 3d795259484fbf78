package suluh.app.host;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes (RFC 6238 over the HOTP of RFC 4226), as authenticator programs compute them. */
public final class TimeCode {
    /** Time step X of RFC 6238. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TimeCode() {}

    /** Number of the step in which this instant lies (T of RFC 6238, with T0 = 0). */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /**
     * The code of a step.
     *
     * @param algorithm {@code HmacSHA1}, which every authenticator knows, {@code HmacSHA256} or {@code HmacSHA512}
     * @param digits 6 to 8
     */
    public static String code(byte[] secret, long step, String algorithm, int digits) {
        byte[] mac = mac(secret, step, algorithm);
        int offset = mac[mac.length - 1] & 0xF;
        int number = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String text = String.valueOf(number % (int) Math.pow(10, digits));
        return "0".repeat(digits - text.length()) + text;
    }

    private static byte[] mac(byte[] secret, long step, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** The secret in Base32 (RFC 4648) without padding, as authenticator programs take it. */
    public static String base32(byte[] secret) {
        StringBuilder out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : secret) {
            buffer = (buffer << Byte.SIZE) | (next & 0xFF);
            bits += Byte.SIZE;
            while (bits >= 5) {
                out.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
                bits -= 5;
            }
        }
        return bits == 0
                ? out.toString()
                : out.append(BASE32.charAt((buffer << (5 - bits)) & 31)).toString();
    }
}
