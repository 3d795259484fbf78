package suluh.exports.jsonl;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in UTF-8 through one buffer.
 *
 * <p>A lone surrogate, which UTF-8 cannot hold, becomes an escape, so that hostile text survives unchanged.
 */
final class JsonBytes {
    private static final int FLUSH_BYTES = 64 << 10;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final OutputStream out;
    private byte[] buffer = new byte[FLUSH_BYTES * 2];
    private int size;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    /** Appends ASCII as it is. */
    JsonBytes raw(String ascii) {
        int length = ascii.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            buffer[size++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    JsonBytes number(long value) {
        return raw(Long.toString(value));
    }

    /** Appends a string, or {@code null}. */
    JsonBytes string(@Nullable String text) {
        if (text == null) {
            return raw("null");
        }
        int length = text.length();
        ensure(length * 6L + 2);
        buffer[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                buffer[size++] = (byte) (0xC0 | c >> 6);
                buffer[size++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                buffer[size++] = (byte) (0xE0 | c >> 12);
                buffer[size++] = (byte) (0x80 | (c >> 6 & 0x3F));
                buffer[size++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                pair(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                escape(c);
            }
        }
        buffer[size++] = '"';
        return this;
    }

    /** Ends a line and passes full buffers on. */
    void endLine() throws IOException {
        ensure(1);
        buffer[size++] = '\n';
        if (size >= FLUSH_BYTES) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
        out.flush();
    }

    private void ascii(char c) {
        if (c >= ' ' && c != '"' && c != '\\') {
            buffer[size++] = (byte) c;
            return;
        }
        switch (c) {
            case '"', '\\' -> two(c);
            case '\n' -> two('n');
            case '\r' -> two('r');
            case '\t' -> two('t');
            default -> escape(c);
        }
    }

    private void two(char letter) {
        buffer[size++] = '\\';
        buffer[size++] = (byte) letter;
    }

    private void escape(char c) {
        two('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[size++] = HEX[c >> shift & 0xF];
        }
    }

    private void pair(int codePoint) {
        buffer[size++] = (byte) (0xF0 | codePoint >> 18);
        buffer[size++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
        buffer[size++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
        buffer[size++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void ensure(long more) {
        long needed = size + more;
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.toIntExact(Math.max(needed, buffer.length * 2L)));
        }
    }
}
