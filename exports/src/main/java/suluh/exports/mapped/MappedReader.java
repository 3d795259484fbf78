package suluh.exports.mapped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.core.observation.FileReading;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.SourcePointer;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import suluh.exports.json.JsonTree;
import suluh.exports.text.ByteLines;
import suluh.exports.text.CsvRows;
import tools.jackson.core.JacksonException;

/** Reads one table by a mapping. One pass; memory for one record. Format page: docs/formats/mapping.md. */
public final class MappedReader {
    public static final String FORMAT = "mapped";

    private final ExportFile file;
    private final Mapping mapping;
    private final ReadingTally tally;
    private final MappedRecord records;
    private final Set<String> columns;
    private boolean insideRecord;

    private MappedReader(ExportFile file, Mapping mapping, ReadingContext context, ReadingTally tally) {
        this.file = file;
        this.mapping = mapping;
        this.tally = tally;
        this.records = new MappedRecord(mapping, file.fullPath(), context, tally);
        this.columns = mapping.columns();
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, Mapping mapping, ReadingContext context, ObservationSink sink)
            throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        MappedReader reader = new MappedReader(file, mapping, context, tally);
        switch (mapping.form()) {
            case CSV -> reader.readRows();
            case JSON -> reader.readJson();
            case JSON_LINES -> reader.readLines();
        }
        return tally.finish();
    }

    private void readRows() throws IOException {
        try (InputStream in = file.open()) {
            CsvRows rows = new CsvRows(in, mapping.separator());
            List<String> head = rows.next();
            if (!takeHead(head)) {
                return;
            }
            for (List<String> row = rows.next(); !row.isEmpty(); row = rows.next()) {
                readRow(rows, row, head);
            }
        }
    }

    /** Every column that the mapping uses must be there once; every other one must be known. */
    private boolean takeHead(List<String> head) {
        Set<String> seen = new HashSet<>();
        boolean twice = false;
        for (String column : head) {
            twice |= !seen.add(column) && columns.contains(column);
            tellUnknown(column, 0);
        }
        List<String> missing =
                columns.stream().filter(column -> !seen.contains(column)).toList();
        if (!missing.isEmpty() || twice) {
            tally.recordNotUnderstood();
            tally.damaged(
                    ReadingCode.KEY_UNKNOWN,
                    missing.isEmpty()
                            ? "the table's head names a column of the mapping twice; no row was read"
                            : "the table's head lacks a column of the mapping, " + KeyNames.shown(missing.getFirst())
                                    + "; no row was read",
                    0);
            return false;
        }
        return true;
    }

    private void tellUnknown(String column, long offset) {
        if (!columns.contains(column) && !mapping.passed().contains(column)) {
            tally.unknownKey("record", column, offset);
        }
    }

    private void readRow(CsvRows rows, List<String> row, List<String> head) {
        if (rows.isCut() || rows.isTooLong() || row.size() != head.size()) {
            tally.recordNotUnderstood();
            if (rows.isCut()) {
                tally.damaged(ReadingCode.MARKUP_CUT, "the table ends inside quotation marks", rows.start());
            } else if (rows.isTooLong()) {
                tally.alarmOnce(
                        ReadingCode.LINE_LIMIT, "", "a row is longer than the limit; it was refused", rows.start());
            } else {
                tally.alarmOnce(
                        ReadingCode.ROW_UNEVEN,
                        "",
                        "a row has " + row.size() + " fields and the head " + head.size() + "; it was refused",
                        rows.start());
            }
            return;
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            fields.putIfAbsent(head.get(i), row.get(i));
        }
        records.read(fields, tally.pointer(rows.start(), rows.length()));
    }

    private void readJson() throws IOException {
        try (JsonCursor json = JsonCursor.open(file)) {
            json.next();
            if (!moveToRecords(json)) {
                tally.recordNotUnderstood();
                tally.damaged(
                        ReadingCode.SECTION_UNKNOWN,
                        "there is no array where the mapping looks for the records; nothing was read",
                        0);
                return;
            }
            while (json.nextElement()) {
                readElement(json);
            }
        } catch (JacksonException e) {
            JsonDamage.tell(e, insideRecord, tally);
        }
    }

    private boolean moveToRecords(JsonCursor json) throws IOException {
        for (String key : mapping.records()) {
            if (!json.atObject()) {
                return false;
            }
            boolean found = false;
            while (!found && json.nextKey()) {
                found = json.key().equals(key);
                json.next();
                if (!found) {
                    json.skip();
                }
            }
            if (!found) {
                return false;
            }
        }
        return json.atArray();
    }

    private void readElement(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        if (!json.atObject()) {
            json.skip();
            tally.recordNotUnderstood();
            tally.alarmOnce(ReadingCode.TYPE_UNEXPECTED, "element", "an element of the records is no object", start);
            return;
        }
        insideRecord = true;
        JsonTree tree = JsonTree.read(json, () -> {});
        insideRecord = false;
        record(tree, tally.pointer(start, json.position() - start));
    }

    private void readLines() throws IOException {
        try (InputStream in = file.open()) {
            ByteLines lines = new ByteLines(in);
            while (lines.next()) {
                if (lines.length() > 0) {
                    readLine(lines);
                }
            }
        }
    }

    private void readLine(ByteLines lines) throws IOException {
        byte[] bytes = lines.text().getBytes(StandardCharsets.UTF_8);
        try (JsonCursor json = JsonCursor.of(new ByteArrayInputStream(bytes))) {
            json.next();
            if (!lines.isPiece() && lines.isValid() && json.atObject()) {
                JsonTree tree = JsonTree.read(json, () -> {});
                if (json.next() == null) {
                    record(tree, tally.pointer(lines.start(), lines.length()));
                    return;
                }
            }
        } catch (JacksonException e) {
            tally.alarmOnce(ReadingCode.JSON_INVALID, "line", "a line is not JSON; it was refused", lines.start());
            tally.recordNotUnderstood();
            return;
        }
        tally.alarmOnce(
                ReadingCode.TYPE_UNEXPECTED,
                "line",
                "a line is longer than the limit, not UTF-8, or no single object; it was refused",
                lines.start());
        tally.recordNotUnderstood();
    }

    private void record(JsonTree tree, SourcePointer source) {
        Map<String, String> fields = new HashMap<>();
        flatten("", tree, fields, source.offset());
        records.read(fields, source);
    }

    // Recursion is bounded by JsonCursor.MAX_DEPTH.
    private void flatten(String prefix, JsonTree tree, Map<String, String> fields, long offset) {
        tree.fields().forEach((key, value) -> {
            String name = prefix + key;
            if (value.text() != null) {
                fields.put(name, String.valueOf(value.text()));
                tellUnknown(name, offset);
            } else if (!mapping.passed().contains(name)) {
                flatten(name + ".", value, fields, offset);
                takeElements(name, value, fields, offset);
            }
        });
    }

    /** Elements of an array of plain values are taken as {@code name.0} and so on. */
    private void takeElements(String name, JsonTree value, Map<String, String> fields, long offset) {
        List<JsonTree> elements = new ArrayList<>(value.elements());
        for (int i = 0; i < elements.size(); i++) {
            String text = elements.get(i).text();
            if (text == null || !columns.contains(name + "." + i)) {
                tellUnknown(name, offset);
            } else {
                fields.put(name + "." + i, text);
            }
        }
    }
}
