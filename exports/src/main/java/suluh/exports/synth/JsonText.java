package suluh.exports.synth;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes JSON bytes through a fixed buffer, with non-ASCII text either in UTF-8 or in the mojibake of Meta exports.
 *
 * <p>The layout is the caller's, since each platform has its own; only strings are escaped here. Not thread-safe.
 */
final class JsonText implements Closeable {
    /** How characters beyond ASCII are written. */
    enum Escaping {
        UTF8,
        /** Each byte of the UTF-8 form as its own <code>&#92;u00xx</code> escape, as Meta writes it. */
        META
    }

    private static final int BUFFER_BYTES = 1 << 16;
    /** Most bytes that one character can become: a surrogate pair in Meta's form. */
    private static final int MAX_CHARACTER_BYTES = 24;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final OutputStream out;
    private final Escaping escaping;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    JsonText(OutputStream out, Escaping escaping) {
        this.out = out;
        this.escaping = escaping;
    }

    /** Appends ASCII as it is: punctuation, key names, layout. */
    JsonText raw(String ascii) throws IOException {
        for (int i = 0; i < ascii.length(); i++) {
            reserve();
            buffer[used++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    JsonText number(long value) throws IOException {
        return raw(Long.toString(value));
    }

    /** Appends a string literal with its quotation marks. */
    JsonText string(String value) throws IOException {
        reserve();
        buffer[used++] = '"';
        for (int i = 0; i < value.length(); i++) {
            reserve();
            char c = value.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (Character.isHighSurrogate(c)) {
                beyondAscii(Character.toCodePoint(c, value.charAt(++i)));
            } else {
                beyondAscii(c);
            }
        }
        reserve();
        buffer[used++] = '"';
        return this;
    }

    @Override
    public void close() throws IOException {
        out.write(buffer, 0, used);
        out.close();
    }

    private void reserve() throws IOException {
        if (used + MAX_CHARACTER_BYTES > buffer.length) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            buffer[used++] = '\\';
            buffer[used++] = (byte) c;
        } else if (c == '\n') {
            buffer[used++] = '\\';
            buffer[used++] = 'n';
        } else if (c < 0x20) {
            escape(c);
        } else {
            buffer[used++] = (byte) c;
        }
    }

    private void beyondAscii(int codePoint) {
        if (codePoint < 0x800) {
            octet(0xC0 | (codePoint >> 6));
        } else if (codePoint < 0x10000) {
            octet(0xE0 | (codePoint >> 12));
            continuation(codePoint >> 6);
        } else {
            octet(0xF0 | (codePoint >> 18));
            continuation(codePoint >> 12);
            continuation(codePoint >> 6);
        }
        continuation(codePoint);
    }

    private void continuation(int bits) {
        octet(0x80 | (bits & 0x3F));
    }

    private void octet(int octet) {
        if (escaping == Escaping.META) {
            escape(octet);
        } else {
            buffer[used++] = (byte) octet;
        }
    }

    private void escape(int value) {
        buffer[used++] = '\\';
        buffer[used++] = 'u';
        buffer[used++] = '0';
        buffer[used++] = '0';
        buffer[used++] = (byte) HEX[value >> 4];
        buffer[used++] = (byte) HEX[value & 0xF];
    }
}
