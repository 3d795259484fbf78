package suluh.exports.text;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Divides a stream into lines and knows at which byte each begins; its arrays are reused from line to line. */
public final class ByteLines {
    /** Longest line held at once; a longer one is given in pieces. Messages end at 64 Ki characters. */
    public static final int MAX_LINE_BYTES = 1 << 20;

    private static final int BUFFER_BYTES = 64 << 10;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;
    private static final long LINE_FEEDS = '\n' * LOWEST_BITS;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] line = new byte[512];
    private int length;
    private long nextStart;
    private long start;
    private boolean piece;
    /** All words passed over in the present line, by or; ASCII when no byte has its highest bit. */
    private long seen;

    public ByteLines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end of the stream. */
    public boolean next() throws IOException {
        start = nextStart;
        length = 0;
        piece = false;
        seen = 0;
        while (true) {
            if (position == limit && !fill()) {
                nextStart = start + length;
                return length > 0;
            }
            int end = lineFeed();
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

    /** Characters of the bytes from {@code from} up to {@code to}, both within the line. */
    public String text(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    /** Byte of the line, 0 to 255; 0 behind its end. */
    public int at(int index) {
        return index < length ? line[index] & 0xFF : 0;
    }

    /** True when exactly these bytes stand in the line from {@code from} on. */
    public boolean holds(byte[] expected, int from) {
        int to = from + expected.length;
        return to <= length && Arrays.equals(line, from, to, expected, 0, expected.length);
    }

    /** True when the bytes of the line are valid UTF-8. */
    public boolean isValid() {
        return isAscii() || Utf8.isValid(line, length);
    }

    /** True when all bytes of the line are surely ASCII. */
    private boolean isAscii() {
        return (seen & HIGHEST_BITS) == 0;
    }

    /**
     * Index of the next line feed in the buffer, or its end; eight bytes at a time.
     *
     * <p>A byte of {@code differs} is 0 where a line feed stands, and the lowest such byte is the lowest in {@code found}
     * (H. S. Warren, Hacker's Delight, 2nd edition, section 6-1).
     */
    private int lineFeed() {
        int at = position;
        for (; at + Long.BYTES <= limit; at += Long.BYTES) {
            long word = (long) WORDS.get(buffer, at);
            long differs = word ^ LINE_FEEDS;
            long found = (differs - LOWEST_BITS) & ~differs & HIGHEST_BITS;
            if (found != 0) {
                int before = Long.numberOfTrailingZeros(found) & ~7;
                seen |= word & (1L << before) - 1;
                return at + before / Byte.SIZE;
            }
            seen |= word;
        }
        for (; at < limit && buffer[at] != '\n'; at++) {
            seen |= buffer[at];
        }
        return at;
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
