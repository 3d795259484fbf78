package suluh.exports.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks all members of a gzip file (RFC 1952) one behind the other, each against its check sum and length.
 *
 * <p>Captures of the web pack each record as a member of its own; the JDK's stream asks the stream below how much is
 * available to decide whether another member follows, which a stream out of an archive cannot answer. A cut file ends in
 * an {@link EOFException}, any other damage in a {@link ZipException}. Not thread-safe.
 */
final class GzipMembers extends InputStream {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int FIRST = 0x1F;
    private static final int SECOND = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HAS_CHECK = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    /** Names and comments end at a zero byte; a file without one must not be swallowed. */
    private static final int MAX_TEXT_BYTES = 64 << 10;

    private final BufferedInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] packed = new byte[BUFFER_BYTES];
    private long consumed;
    private int loaded;
    private long members;
    private boolean inMember;

    GzipMembers(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
    }

    /** True when bytes begin as a gzip file does. */
    static boolean opens(byte[] head) {
        return head.length > 2 && (head[0] & 0xFF) == FIRST && (head[1] & 0xFF) == SECOND && head[2] == DEFLATE;
    }

    /** Packed bytes taken so far. */
    long packedBytes() {
        return consumed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            if (!inMember && !nextMember()) {
                return -1;
            }
            int got = inflate(out, offset, length);
            if (got > 0) {
                check.update(out, offset, got);
                return got;
            }
            endMember();
        }
    }

    private int inflate(byte[] out, int offset, int length) throws IOException {
        try {
            while (true) {
                int got = inflater.inflate(out, offset, length);
                if (got > 0 || inflater.finished()) {
                    return got;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("a member that needs a dictionary");
                }
                in.mark(BUFFER_BYTES);
                loaded = in.read(packed, 0, packed.length);
                if (loaded <= 0) {
                    throw new EOFException("the file ends inside a member");
                }
                consumed += loaded;
                inflater.setInput(packed, 0, loaded);
            }
        } catch (DataFormatException e) {
            throw new ZipException("a member that does not unpack");
        }
    }

    /** Gives back what belongs to what follows, and compares the member's check sum and length. */
    private void endMember() throws IOException {
        int rest = inflater.getRemaining();
        if (loaded > 0) {
            in.reset();
            in.skipNBytes(loaded - rest);
            consumed -= rest;
            loaded = 0;
        }
        long stated = word();
        long size = word();
        if (stated != check.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("a member whose check sum or length differs");
        }
        inMember = false;
    }

    private boolean nextMember() throws IOException {
        int first = next();
        while (members > 0 && first == 0) {
            first = next();
        }
        if (first < 0) {
            return false;
        }
        if (first != FIRST || needed() != SECOND || needed() != DEFLATE) {
            throw new ZipException("something that is no member");
        }
        int flags = needed();
        for (int i = 0; i < 6; i++) {
            needed();
        }
        if ((flags & HAS_EXTRA) != 0) {
            int size = needed() | needed() << 8;
            for (int i = 0; i < size; i++) {
                needed();
            }
        }
        passText((flags & HAS_NAME) != 0);
        passText((flags & HAS_COMMENT) != 0);
        if ((flags & HAS_CHECK) != 0) {
            needed();
            needed();
        }
        inflater.reset();
        check.reset();
        members++;
        inMember = true;
        return true;
    }

    private void passText(boolean there) throws IOException {
        for (int i = 0; there && needed() != 0; i++) {
            if (i > MAX_TEXT_BYTES) {
                throw new ZipException("a name without an end");
            }
        }
    }

    private long word() throws IOException {
        return needed() | (long) needed() << 8 | (long) needed() << 16 | (long) needed() << 24;
    }

    private int needed() throws IOException {
        int value = next();
        if (value < 0) {
            throw new EOFException("the file ends inside a member");
        }
        return value;
    }

    private int next() throws IOException {
        int value = in.read();
        consumed += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
