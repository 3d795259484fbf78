package suluh.exports.meta;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Undoes the encoding fault of Meta exports: each byte of UTF-8 written as a character of its own.
 *
 * <p>Repaired only when provably so: every character fits a byte, some are beyond ASCII, and the bytes are strictly
 * valid UTF-8. Text that was right to begin with hardly ever passes: "é" alone is not valid UTF-8.
 */
final class Mojibake {
    private Mojibake() {}

    /** The repaired text, or the very same object when there is nothing to repair. */
    static String repaired(String raw) {
        boolean beyondAscii = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > 0xFF) {
                return raw;
            }
            beyondAscii |= c > 0x7F;
        }
        if (!beyondAscii) {
            return raw;
        }
        try {
            byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }
}
