package suluh.core.image;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A PDQ hash: 256 bits, half of them set but for pictures without any structure.
 *
 * @param w0 bits 255 to 192, the first sixteen digits of the hexadecimal form
 * @param w1 bits 191 to 128
 * @param w2 bits 127 to 64
 * @param w3 bits 63 to 0; bit {@code 16 i + j} belongs to the vertical frequency i + 1 and the horizontal j + 1
 */
public record PdqHash(long w0, long w1, long w2, long w3) implements Comparable<PdqHash> {
    public static final int BITS = 256;
    /** Digits of the hexadecimal form. */
    public static final int HEX_DIGITS = 64;

    private static final int DIGITS_OF_A_WORD = 16;

    /** The hash of 64 hexadecimal digits in either case; empty when the text is anything else. */
    public static Optional<PdqHash> parse(String hex) {
        if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(new PdqHash(word(hex, 0), word(hex, 1), word(hex, 2), word(hex, 3)));
    }

    private static long word(String hex, int number) {
        return HexFormat.fromHexDigitsToLong(hex, number * DIGITS_OF_A_WORD, (number + 1) * DIGITS_OF_A_WORD);
    }

    /** Bits in which the two differ, from 0 to 256. */
    public int distance(PdqHash other) {
        return Long.bitCount(w0 ^ other.w0)
                + Long.bitCount(w1 ^ other.w1)
                + Long.bitCount(w2 ^ other.w2)
                + Long.bitCount(w3 ^ other.w3);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        HexFormat format = HexFormat.of();
        return format.toHexDigits(w0) + format.toHexDigits(w1) + format.toHexDigits(w2) + format.toHexDigits(w3);
    }

    @Override
    public int compareTo(PdqHash other) {
        return hex().compareTo(other.hex());
    }

    @Override
    public String toString() {
        return hex();
    }
}
