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

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int END = -1;

    private final InputStream in;
    private final byte separator;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long consumed;
    private byte[] field = new byte[256];
    private int fieldLength;
    private long start;
    private long end;
    private boolean cut;
    private boolean tooLong;

    /** @param separator between fields, one byte of ASCII such as {@code ,} or {@code ;} */
    public CsvRows(InputStream in, char separator) {
        this.in = in;
        this.separator = (byte) separator;
    }

    /** The next row; empty at the end of the stream. Empty lines are passed over. */
    public List<String> next() throws IOException {
        if (consumed == 0) {
            passMark();
        }
        while (true) {
            start = consumed;
            cut = false;
            tooLong = false;
            int first = peek();
            if (first == END) {
                return List.of();
            }
            if (first == '\n' || first == '\r') {
                take();
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
        if (peek() == '"') {
            take();
            quoted();
        }
        while (true) {
            int next = peek();
            end = consumed;
            if (next == END) {
                return false;
            }
            take();
            if (next == separator) {
                return true;
            }
            if (next == '\n' || next == '\r') {
                if (next == '\r' && peek() == '\n') {
                    take();
                }
                return false;
            }
            append(next);
        }
    }

    private void quoted() throws IOException {
        while (true) {
            int next = peek();
            if (next == END || consumed - start > MAX_ROW_BYTES) {
                cut = next == END;
                tooLong |= next != END;
                return;
            }
            take();
            if (next != '"') {
                append(next);
            } else if (peek() == '"') {
                take();
                append('"');
            } else {
                return;
            }
        }
    }

    private void append(int value) {
        if (consumed - start > MAX_ROW_BYTES) {
            tooLong = true;
            return;
        }
        if (fieldLength == field.length) {
            field = Arrays.copyOf(field, field.length * 2);
        }
        field[fieldLength++] = (byte) value;
    }

    private void passMark() throws IOException {
        if (peek() == 0xEF) {
            for (int i = 0; i < 3 && peek() != END; i++) {
                take();
            }
        }
    }

    private int peek() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            position = 0;
            if (limit == 0) {
                return END;
            }
        }
        return buffer[position] & 0xFF;
    }

    private void take() {
        position++;
        consumed++;
    }
}
