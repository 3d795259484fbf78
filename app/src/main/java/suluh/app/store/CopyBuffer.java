package suluh.app.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Rows of one table in PostgreSQL's text form of COPY, gathered until they are worth a round trip.
 *
 * <p>COPY refuses tables under row-level security. The rows go into a temporary table of the transaction, and from
 * there into the table by one INSERT that the policies check (docs/decisions/0004-copy-under-row-level-security.md).
 */
final class CopyBuffer {
    private static final int FLUSH_BYTES = 4 << 20;
    /** Years that both Java and PostgreSQL write with four digits; hostile clocks go far beyond. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final String copy;
    private final String insert;
    private final CopyManager copier;
    private byte[] bytes = new byte[FLUSH_BYTES + (FLUSH_BYTES >> 2)];
    private int size;
    private boolean atRowStart = true;
    private long rows;

    /** A buffer for these columns of the table; makes its temporary table. */
    CopyBuffer(Connection connection, String table, String columns) throws SQLException {
        this.copier = connection.unwrap(PGConnection.class).getCopyAPI();
        String incoming = "incoming_" + table;
        this.copy = "COPY " + incoming + " (" + columns + ") FROM STDIN";
        this.insert = "INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM " + incoming;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE " + incoming + " ON COMMIT DROP AS SELECT " + columns + " FROM "
                    + table + " WITH NO DATA");
        }
    }

    CopyBuffer number(long value) {
        separate();
        ascii(Long.toString(value));
        return this;
    }

    CopyBuffer numberOrNull(long value, boolean isNull) {
        return isNull ? nothing() : number(value);
    }

    CopyBuffer truth(boolean value) {
        separate();
        put((byte) (value ? 't' : 'f'));
        return this;
    }

    CopyBuffer text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        separate();
        utf8(StorableText.of(value));
        return this;
    }

    /** A word of ours that needs no escaping. */
    CopyBuffer word(String value) {
        separate();
        ascii(value);
        return this;
    }

    /** Bytes of a {@code bytea} column. */
    CopyBuffer bytes(byte[] value) {
        separate();
        ascii("\\\\x");
        ascii(HexFormat.of().formatHex(value));
        return this;
    }

    CopyBuffer instant(@Nullable Instant value) {
        return value != null && isStorable(value) ? word(value.toString()) : nothing();
    }

    /** The instant to sort by; what has none comes before all others. */
    CopyBuffer sortInstant(@Nullable Instant value) {
        return value != null && isStorable(value) ? word(value.toString()) : word("-infinity");
    }

    CopyBuffer local(@Nullable LocalDateTime value) {
        return value != null && isStorable(value) ? word(value.toString()) : nothing();
    }

    void endRow() {
        put((byte) '\n');
        atRowStart = true;
        rows++;
    }

    /** Sends the rows when there are enough of them. */
    void flushWhenFull() throws SQLException, IOException {
        if (size >= FLUSH_BYTES) {
            flush();
        }
    }

    /** Sends what there is. */
    void flush() throws SQLException, IOException {
        if (size > 0) {
            copier.copyIn(copy, new ByteArrayInputStream(bytes, 0, size), 1 << 16);
            size = 0;
        }
    }

    /** Sends what is left and puts all rows into their table. */
    void finish(Connection connection) throws SQLException, IOException {
        flush();
        if (rows > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(insert);
            }
        }
    }

    /** Rows taken so far. */
    long rows() {
        return rows;
    }

    static boolean isStorable(Instant value) {
        return !value.isBefore(FIRST) && !value.isAfter(LAST);
    }

    static boolean isStorable(LocalDateTime value) {
        return value.getYear() >= 1 && value.getYear() <= 9999;
    }

    private CopyBuffer nothing() {
        separate();
        put((byte) '\\');
        put((byte) 'N');
        return this;
    }

    private void separate() {
        if (!atRowStart) {
            put((byte) '\t');
        }
        atRowStart = false;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put((byte) text.charAt(i));
        }
    }

    private void utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                put((byte) (0xC0 | (c >> 6)));
                put((byte) (0x80 | (c & 0x3F)));
            } else if (Character.isSurrogate(c)) {
                int codePoint = text.codePointAt(i);
                put((byte) (0xF0 | (codePoint >> 18)));
                put((byte) (0x80 | ((codePoint >> 12) & 0x3F)));
                put((byte) (0x80 | ((codePoint >> 6) & 0x3F)));
                put((byte) (0x80 | (codePoint & 0x3F)));
                i++;
            } else {
                put((byte) (0xE0 | (c >> 12)));
                put((byte) (0x80 | ((c >> 6) & 0x3F)));
                put((byte) (0x80 | (c & 0x3F)));
            }
        }
    }

    private void escaped(char c) {
        switch (c) {
            case '\\' -> ascii("\\\\");
            case '\t' -> ascii("\\t");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            default -> put((byte) c);
        }
    }

    private void put(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        }
        bytes[size] = b;
        size++;
    }
}
