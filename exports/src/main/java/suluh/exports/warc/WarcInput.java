package suluh.exports.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes of a capture with their offset: lines of heads and runs of blocks. */
final class WarcInput {
    /** Longest line of a head: addresses reach some kilobytes. */
    static final int MAX_LINE_BYTES = 64 << 10;

    private static final int BUFFER_BYTES = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int position;
    private int limit;
    private long consumed;

    WarcInput(InputStream in) {
        this.in = in;
    }

    /** Offset of the reading position. */
    long offset() {
        return consumed;
    }

    /** The next line without its end; null at the end of the file, or where a line is longer than the limit. */
    @Nullable
    String line() throws IOException {
        int length = 0;
        while (true) {
            if (position == limit && !fill()) {
                return null;
            }
            byte next = buffer[position++];
            consumed++;
            if (next == '\n') {
                int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return new String(line, 0, end, StandardCharsets.UTF_8);
            }
            if (length == MAX_LINE_BYTES) {
                return null;
            }
            line[length++] = next;
        }
    }

    /** Up to {@code length} bytes; fewer only when fewer were buffered, -1 at the end of the file. */
    int read(byte[] out, int offset, int length) throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        int got = Math.min(length, limit - position);
        System.arraycopy(buffer, position, out, offset, got);
        position += got;
        consumed += got;
        return got;
    }

    /** True at the end of the file. */
    boolean isAtEnd() throws IOException {
        return position == limit && !fill();
    }

    private boolean fill() throws IOException {
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        position = 0;
        return limit > 0;
    }
}
