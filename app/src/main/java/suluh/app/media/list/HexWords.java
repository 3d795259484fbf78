package suluh.app.media.list;

import java.util.Arrays;
import java.util.Base64;

/** Reads a hash out of bytes into words, without an object for each. */
final class HexWords {
    private static final byte[] VALUES = values();
    private static final int DIGITS_OF_A_WORD = 16;
    private static final int MAX_DIGITS = 64;

    final long[] words = new long[4];

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int c = 0; c < values.length; c++) {
            values[c] = (byte) Character.digit(c, 16);
        }
        return values;
    }

    /** Number of digits when {@code bytes[from..until)} are hexadecimal digits and at most 64, else -1. */
    int read(byte[] bytes, int from, int until) {
        int digits = until - from;
        if (digits < 1 || digits > MAX_DIGITS) {
            return -1;
        }
        long word = 0;
        for (int i = 0; i < digits; i++) {
            int value = VALUES[bytes[from + i] & 0xFF];
            if (value < 0) {
                return -1;
            }
            word = (word << 4) | value;
            if ((i + 1) % DIGITS_OF_A_WORD == 0) {
                words[i / DIGITS_OF_A_WORD] = word;
                word = 0;
            }
        }
        int left = digits % DIGITS_OF_A_WORD;
        if (left != 0) {
            words[digits / DIGITS_OF_A_WORD] = word << (4 * (DIGITS_OF_A_WORD - left));
        }
        return digits;
    }

    /** The same for a text, which may also be the Base64 form that some lists use; -1 when it is neither. */
    int read(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        int digits = read(bytes, 0, bytes.length);
        if (digits >= 0 || !text.endsWith("=")) {
            return digits;
        }
        try {
            String hex = java.util.HexFormat.of().formatHex(Base64.getDecoder().decode(text));
            byte[] plain = hex.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            return read(plain, 0, plain.length);
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
