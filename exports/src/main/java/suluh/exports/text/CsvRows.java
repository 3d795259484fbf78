package suluh.exports.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides a stream into the rows of a table (RFC 4180) and knows at which byte each begins and ends.
 *
 * <p>Fields may stand in quotation marks, with line ends and doubled quotation marks in them. Rows may end in CR LF, LF
 * or CR. A byte order mark before the first row is passed over. Not thread-safe.
 */
public final class CsvRows {
    /** Longest row: messages end at some thousand characters; a lost quotation mark must not swallow a whole file. */
    public static final int MAX_ROW_BYTES = 4 << 20;
    /** Most fields of a row; tables of platforms have some dozens. */
    public static final int MAX_FIELDS = 4_096;

    private static final int END = ByteSource.END;

    private final ByteSource in;
    private final byte separator;
    private byte[] field = new byte[256];
    private int fieldLength;
    private long start;
    private long end;
    private boolean cut;
    private boolean tooLong;

    /** @param separator between fields, one byte of ASCII such as {@code ,} or {@code ;} */
    public CsvRows(InputStream in, char separator) {
        this.in = new ByteSource(in);
        this.separator = (byte) separator;
    }

    /** The next row; empty at the end of the stream. Empty lines are passed over. */
    public List<String> next() throws IOException {
        if (in.position() == 0) {
            passMark();
        }
        while (true) {
            start = in.position();
            cut = false;
            tooLong = false;
            int first = in.peek();
            if (first == END) {
                return List.of();
            }
            if (first == '\n' || first == '\r') {
                in.take();
                continue;
            }
            return row();
        }
    }

    /** Byte where the row begins. */
    public long start() {
        return start;
    }

    /** Bytes of the row without its line end. */
    public long length() {
        return end - start;
    }

    /** True when the stream ended inside a field in quotation marks. */
    public boolean isCut() {
        return cut;
    }

    /** True when the row was longer than a limit; what was beyond it was left out. */
    public boolean isTooLong() {
        return tooLong;
    }

    private List<String> row() throws IOException {
        List<String> fields = new ArrayList<>();
        while (true) {
            boolean more = field();
            if (fields.size() < MAX_FIELDS) {
                fields.add(new String(field, 0, fieldLength, StandardCharsets.UTF_8));
            } else {
                tooLong = true;
            }
            if (!more) {
                return fields;
            }
        }
    }

    /** Reads one field; true when another follows in the row. */
    private boolean field() throws IOException {
        fieldLength = 0;
        if (in.peek() == '"') {
            in.take();
            quoted();
        }
        while (true) {
            int next = in.peek();
            end = in.position();
            if (next == END) {
                return false;
            }
            in.take();
            if (next == separator) {
                return true;
            }
            if (next == '\n' || next == '\r') {
                if (next == '\r' && in.peek() == '\n') {
                    in.take();
                }
                return false;
            }
            append(next);
        }
    }

    private void quoted() throws IOException {
        while (true) {
            int next = in.peek();
            if (next == END || in.position() - start > MAX_ROW_BYTES) {
                cut = next == END;
                tooLong |= next != END;
                return;
            }
            in.take();
            if (next != '"') {
                append(next);
            } else if (in.peek() == '"') {
                in.take();
                append('"');
            } else {
                return;
            }
        }
    }

    private void append(int value) {
        if (in.position() - start > MAX_ROW_BYTES) {
            tooLong = true;
            return;
        }
        if (fieldLength == field.length) {
            field = Arrays.copyOf(field, field.length * 2);
        }
        field[fieldLength++] = (byte) value;
    }

    private void passMark() throws IOException {
        if (in.peek() == 0xEF) {
            for (int i = 0; i < 3 && in.peek() != END; i++) {
                in.take();
            }
        }
    }
}
