package suluh.core.identity.field;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of comma-separated text (RFC 4180), one at a time; a quoted field may hold commas, quotes and line breaks.
 *
 * <p>Fields outside quotes lose spaces at their ends. Memory: one row.
 */
public final class CsvReader {
    /** Longer fields are no fields of a table of records. */
    private static final int MAX_FIELD = 100_000;

    private static final int MAX_FIELDS = 1_000;

    private final Reader in;
    private int next;
    private boolean started;
    private long line = 1;

    public CsvReader(Reader in) {
        this.in = in;
    }

    /** What is no CSV. */
    public static final class CsvException extends Exception {
        private static final long serialVersionUID = 1L;

        CsvException(long line, String found) {
            super("line " + line + ": " + found);
        }
    }

    /** Line at which the next row begins, from 1. */
    public long line() {
        return line;
    }

    /** The next row, or none at the end; empty lines are passed over. */
    public Optional<List<String>> row() throws IOException, CsvException {
        if (!started) {
            advance();
            if (next == 0xFEFF) {
                advance();
            }
            started = true;
        }
        while (next == '\n' || next == '\r') {
            endOfLine();
        }
        if (next < 0) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(field());
            if (fields.size() > MAX_FIELDS) {
                throw new CsvException(line, "more than " + MAX_FIELDS + " fields");
            }
            if (next != ',') {
                break;
            }
            advance();
        }
        if (next >= 0 && next != '\n' && next != '\r') {
            throw new CsvException(line, "text after a closing quote; expected a comma or the end of the line");
        }
        endOfLine();
        return Optional.of(fields);
    }

    private void endOfLine() throws IOException {
        if (next == '\r') {
            advance();
            if (next != '\n') {
                line++;
                return;
            }
        }
        if (next == '\n') {
            line++;
            advance();
        }
    }

    private String field() throws IOException, CsvException {
        while (next == ' ' || next == '\t') {
            advance();
        }
        if (next == '"') {
            return quoted();
        }
        StringBuilder text = new StringBuilder();
        while (next >= 0 && next != ',' && next != '\n' && next != '\r') {
            append(text);
        }
        return text.toString().strip();
    }

    private String quoted() throws IOException, CsvException {
        long start = line;
        StringBuilder text = new StringBuilder();
        advance();
        while (true) {
            if (next < 0) {
                throw new CsvException(start, "a quote that is never closed");
            }
            if (next == '"') {
                advance();
                if (next != '"') {
                    break;
                }
            }
            if (next == '\n') {
                line++;
            }
            append(text);
        }
        while (next == ' ' || next == '\t') {
            advance();
        }
        return text.toString();
    }

    private void append(StringBuilder text) throws IOException, CsvException {
        if (text.length() == MAX_FIELD) {
            throw new CsvException(line, "a field of more than " + MAX_FIELD + " characters");
        }
        text.append((char) next);
        advance();
    }

    private void advance() throws IOException {
        next = in.read();
    }
}
