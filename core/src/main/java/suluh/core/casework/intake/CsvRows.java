package suluh.core.casework.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a comma-separated table.
 *
 * <p>Source: RFC 4180. Departures: a semicolon or a tab separates too when the first line has it and no comma; a row's
 * length is the reader's matter; a quotation mark inside an unquoted field is kept.
 */
public final class CsvRows {
    private static final int MAX_FIELD_CHARS = 100_000;
    private static final int MAX_FIELDS = 200;

    private CsvRows() {}

    /**
     * A row.
     *
     * @param line number of its first line, from 1
     */
    public record Row(int line, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }

        /** The field of this index, or empty when the row is shorter. */
        String at(int index) {
            return index >= 0 && index < fields.size() ? fields.get(index) : "";
        }
    }

    /**
     * The rows of the text, blank ones left out; at most {@code maxRows}.
     *
     * @throws IllegalArgumentException when a quotation does not end, or a field or a row is longer than the limits
     */
    public static List<Row> of(String text, int maxRows) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char separator = separator(body);
        List<Row> rows = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int rowLine = 1;
        for (int i = 0; i < body.length() && rows.size() < maxRows; i++) {
            char c = body.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < body.length() && body.charAt(i + 1) == '"';
                if (doubled) {
                    i++;
                }
                if (c != '"' || doubled) {
                    append(field, c, line);
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                endField(fields, field, line);
            } else if (c == '\n') {
                endField(fields, field, line);
                endRow(rows, fields, rowLine);
                rowLine = line;
            } else if (c != '\r') {
                append(field, c, line);
            }
        }
        if (quoted && rows.size() < maxRows) {
            throw new IllegalArgumentException("the quotation that begins in the row of line " + rowLine
                    + " does not end; close it with a quotation mark");
        }
        if (rows.size() < maxRows && (!field.isEmpty() || !fields.isEmpty())) {
            endField(fields, field, line);
            endRow(rows, fields, rowLine);
        }
        return rows;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static void append(StringBuilder field, char c, int line) {
        if (field.length() >= MAX_FIELD_CHARS) {
            throw new IllegalArgumentException(
                    "a field in line " + line + " has more than " + MAX_FIELD_CHARS + " characters");
        }
        field.append(c);
    }

    private static void endField(List<String> fields, StringBuilder field, int line) {
        if (fields.size() >= MAX_FIELDS) {
            throw new IllegalArgumentException("line " + line + " has more than " + MAX_FIELDS + " fields");
        }
        fields.add(field.toString());
        field.setLength(0);
    }

    private static void endRow(List<Row> rows, List<String> fields, int line) {
        if (fields.stream().anyMatch(value -> !value.isBlank())) {
            rows.add(new Row(line, fields));
        }
        fields.clear();
    }
}
