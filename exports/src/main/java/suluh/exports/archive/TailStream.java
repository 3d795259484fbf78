package suluh.exports.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of a stream and keeps the last of them, where a zip archive has its directory's end. */
final class TailStream extends FilterInputStream {
    /** End record of 22 bytes with a comment of at most 65,535, and the zip64 records of 76 bytes before it. */
    private static final int TAIL_BYTES = 22 + 65_535 + 76;

    private final byte[] ring = new byte[TAIL_BYTES];
    private long count;

    TailStream(InputStream in) {
        super(in);
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    /** The last bytes read, oldest first. */
    byte[] tail() {
        int length = (int) Math.min(count, TAIL_BYTES);
        byte[] out = new byte[length];
        int from = (int) ((count - length) % TAIL_BYTES);
        int first = Math.min(length, TAIL_BYTES - from);
        System.arraycopy(ring, from, out, 0, first);
        System.arraycopy(ring, 0, out, first, length - first);
        return out;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        for (int done = Math.max(0, got - TAIL_BYTES); done < got; ) {
            int at = (int) ((count + done) % TAIL_BYTES);
            int part = Math.min(got - done, TAIL_BYTES - at);
            System.arraycopy(buffer, offset + done, ring, at, part);
            done += part;
        }
        count += Math.max(0, got);
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8_192, Math.max(1, bytes))];
        int got = read(buffer, 0, (int) Math.min(buffer.length, bytes));
        return Math.max(0, got);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
