package suluh.core.search;

import java.util.Arrays;
import java.util.BitSet;

/**
 * An ascending list of numbers from 1, written compactly: about a byte for each number, or a few for a run.
 *
 * <p>Form: for each run of consecutive numbers a variable-length integer (7 bits a byte, low first, as in LEB128) of
 * {@code 2 * gap + longer}, where {@code gap} is the distance from the end of the run before (from 0 at first) and
 * {@code longer} says that the number of further members of the run follows as another such integer. Not thread-safe.
 */
public final class Postings {
    private static final int INITIAL_BYTES = 8;
    private static final int PAYLOAD_BITS = 7;
    private static final int PAYLOAD = 0x7F;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int size;
    private int count;
    private int first;
    private int runStart;
    private int runEnd;
    private int writtenEnd;

    /** Adds a number, not below the last one; the last one again adds nothing. */
    public void add(int number) {
        if (number == runEnd) {
            return;
        }
        if (number < runEnd || number < 1) {
            throw new IllegalArgumentException("numbers ascend from 1");
        }
        if (count == 0) {
            first = number;
            runStart = number;
        } else if (number != runEnd + 1) {
            endRun();
            runStart = number;
        }
        runEnd = number;
        count++;
    }

    /** Numbers added. */
    public int count() {
        return count;
    }

    /** The first number, or 0 when there is none. */
    public int first() {
        return first;
    }

    /** Bytes held now. */
    public int sizeBytes() {
        return bytes.length;
    }

    /** The list as it is stored; nothing can be added after. */
    public byte[] toBytes() {
        if (count > 0) {
            endRun();
        }
        return Arrays.copyOf(bytes, size);
    }

    private void endRun() {
        int further = runEnd - runStart;
        write(2L * (runStart - writtenEnd) + (further > 0 ? 1 : 0));
        if (further > 0) {
            write(further);
        }
        writtenEnd = runEnd;
    }

    private void write(long value) {
        long rest = value;
        while (rest > PAYLOAD) {
            put((byte) ((rest & PAYLOAD) | MORE));
            rest >>>= PAYLOAD_BITS;
        }
        put((byte) rest);
    }

    private void put(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = b;
    }

    /**
     * Sets the bit of each number of a stored list.
     *
     * @throws IllegalArgumentException when the list is not in the form
     */
    public static void addTo(BitSet numbers, byte[] list) {
        forEachRun(list, (start, end) -> numbers.set(start, end + 1));
    }

    /** Takes a run of consecutive numbers, both ends included. */
    @FunctionalInterface
    public interface RunSink {
        void run(int start, int end);
    }

    /**
     * Gives each run of a stored list, ascending.
     *
     * @throws IllegalArgumentException when the list is not in the form
     */
    public static void forEachRun(byte[] list, RunSink sink) {
        Reader in = new Reader(list);
        long end = 0;
        while (in.hasMore()) {
            long head = in.next();
            long start = end + (head >>> 1);
            end = start + ((head & 1) == 1 ? in.next() : 0);
            if (start < 1 || end >= Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a number outside 1.." + Integer.MAX_VALUE);
            }
            sink.run((int) start, (int) end);
        }
    }

    /** Reads variable-length integers. */
    private static final class Reader {
        private final byte[] list;
        private int at;

        Reader(byte[] list) {
            this.list = list;
        }

        boolean hasMore() {
            return at < list.length;
        }

        long next() {
            long value = 0;
            for (int shift = 0; shift < Integer.SIZE + PAYLOAD_BITS; shift += PAYLOAD_BITS) {
                if (at == list.length) {
                    throw new IllegalArgumentException("the list ends inside a number");
                }
                byte b = list[at++];
                value |= (long) (b & PAYLOAD) << shift;
                if ((b & MORE) == 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("a number of too many bytes");
        }
    }
}
