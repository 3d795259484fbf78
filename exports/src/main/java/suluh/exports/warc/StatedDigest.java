package suluh.exports.warc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A digest as a capture states it, {@code sha1:BASE32} or {@code sha256:hex}.
 *
 * @param algorithm name as written
 * @param text digits as written
 * @param jdkName name of the algorithm in the JDK
 */
public record StatedDigest(String algorithm, String text, String jdkName) {
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})+");
    /** RFC 4648, section 6. */
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The digest that this text states; empty when it is none or its algorithm is not known here. */
    public static Optional<StatedDigest> of(String stated) {
        int colon = stated.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String algorithm = stated.substring(0, colon);
        String text = stated.substring(colon + 1).strip();
        return switch (algorithm.toLowerCase(Locale.ROOT)) {
            case "md5" -> Optional.of(new StatedDigest(algorithm, text, "MD5"));
            case "sha1", "sha-1" -> Optional.of(new StatedDigest(algorithm, text, "SHA-1"));
            case "sha256", "sha-256" -> Optional.of(new StatedDigest(algorithm, text, "SHA-256"));
            case "sha512", "sha-512" -> Optional.of(new StatedDigest(algorithm, text, "SHA-512"));
            default -> Optional.empty();
        };
    }

    /** A fresh computation of this algorithm. */
    public MessageDigest computation() {
        try {
            return MessageDigest.getInstance(jdkName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + jdkName, e);
        }
    }

    /** True when these are the bytes that the text states, in hexadecimal digits or base 32. */
    public boolean matches(byte[] digest) {
        if (text.length() == 2 * digest.length && HEX.matcher(text).matches()) {
            return MessageDigest.isEqual(HexFormat.of().parseHex(text), digest);
        }
        return MessageDigest.isEqual(base32(text), digest);
    }

    private static byte[] base32(String text) {
        byte[] out = new byte[text.length() * 5 / 8];
        int length = 0;
        int bits = 0;
        int held = 0;
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = BASE32.indexOf(c);
            if (c == '=') {
                break;
            }
            if (value < 0) {
                return new byte[0];
            }
            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out[length++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return Arrays.copyOf(out, length);
    }
}
