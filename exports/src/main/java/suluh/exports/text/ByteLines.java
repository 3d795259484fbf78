package suluh.exports.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Divides a stream into lines and knows at which byte each begins; its arrays are reused from line to line. */
public final class ByteLines {
    /** Longest line held at once; a longer one is given in pieces. Messages end at 64 Ki characters. */
    public static final int MAX_LINE_BYTES = 1 << 20;

    private static final int BUFFER_BYTES = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] line = new byte[512];
    private int length;
    private long nextStart;
    private long start;
    private boolean piece;

    public ByteLines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end of the stream. */
    public boolean next() throws IOException {
        start = nextStart;
        length = 0;
        piece = false;
        while (true) {
            if (position == limit && !fill()) {
                nextStart = start + length;
                return length > 0;
            }
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int part = Math.min(end - position, MAX_LINE_BYTES - length);
            append(part);
            if (length == MAX_LINE_BYTES && position < end) {
                piece = true;
                nextStart = start + length;
                return true;
            }
            if (end < limit) {
                position++;
                nextStart = start + length + 1;
                dropReturn();
                return true;
            }
        }
    }

    /** Byte where the line begins. */
    public long start() {
        return start;
    }

    /** Bytes of the line without its end. */
    public int length() {
        return length;
    }

    /** True when the line was longer than the limit and goes on with the next one. */
    public boolean isPiece() {
        return piece;
    }

    /** First byte, or 0 for an empty line. */
    public int firstByte() {
        return length == 0 ? 0 : line[0] & 0xFF;
    }

    /** Characters of the line; bytes that are no UTF-8 become U+FFFD. */
    public String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    /** True when the bytes of the line are valid UTF-8. */
    public boolean isValid() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean fill() throws IOException {
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        position = 0;
        return limit > 0;
    }

    private void append(int part) {
        if (length + part > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + part));
        }
        System.arraycopy(buffer, position, line, length, part);
        length += part;
        position += part;
    }

    private void dropReturn() {
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
    }
}
