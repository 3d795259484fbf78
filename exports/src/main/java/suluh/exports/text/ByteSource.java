package suluh.exports.text;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a stream, one at a time with one to look ahead, and their count. */
public final class ByteSource implements AutoCloseable {
    /** What {@link #peek} and {@link #take} give at the end of the stream. */
    public static final int END = -1;

    private static final int BUFFER_BYTES = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int filled;
    private long before;

    /** @param in closed by {@link #close} */
    public ByteSource(InputStream in) {
        this.in = in;
    }

    /** Bytes taken so far. */
    public long position() {
        return before + at;
    }

    /** The next byte without taking it, 0 to 255, or {@link #END}. */
    public int peek() throws IOException {
        return at < filled || fill() ? buffer[at] & 0xFF : END;
    }

    /** Takes the next byte, 0 to 255, or {@link #END}. */
    public int take() throws IOException {
        return at < filled || fill() ? buffer[at++] & 0xFF : END;
    }

    private boolean fill() throws IOException {
        before += filled;
        at = 0;
        filled = 0;
        int got = in.read(buffer, 0, buffer.length);
        while (got == 0) {
            got = in.read(buffer, 0, buffer.length);
        }
        filled = Math.max(0, got);
        return got > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
