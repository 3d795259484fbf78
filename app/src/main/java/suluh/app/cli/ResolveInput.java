package suluh.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import suluh.core.identity.field.CsvReader;
import suluh.core.identity.field.Field;
import suluh.core.identity.linkage.RecordTable;

/** The records of a file as a table, with the truth beside them when it was given. */
final class ResolveInput {
    /** Rows that a guess looks at. */
    private static final int SAMPLE_ROWS = 5_000;
    /** Ids of Febrl's data sets tell their truth: {@code rec-12-org}, {@code rec-12-dup-3}. */
    private static final Pattern FEBRL = Pattern.compile("(rec-\\d+)-(?:org|dup-\\d+)");

    private final RecordTable table;
    private final String[] truth;
    private final int[] fileOrder;

    private ResolveInput(RecordTable table, String[] truth, int[] fileOrder) {
        this.table = table;
        this.truth = truth;
        this.fileOrder = fileOrder;
    }

    /** Header of a file, and its first rows. */
    record Head(List<String> header, List<List<String>> rows) {
        int column(String name) {
            int column = header.indexOf(name);
            if (column < 0) {
                throw new CommandFailure(
                        "There is no column \"" + name + "\"; the header has: " + String.join(", ", header) + ".");
            }
            return column;
        }
    }

    static Head head(Path file) throws IOException, CsvReader.CsvException {
        try (BufferedReader in = ResolveCommand.open(file)) {
            CsvReader csv = new CsvReader(in);
            List<String> header =
                    csv.row().orElseThrow(() -> new CommandFailure(file + " is empty; expected a header and records."));
            List<List<String>> rows = new ArrayList<>();
            for (var row = csv.row(); row.isPresent() && rows.size() < SAMPLE_ROWS; row = csv.row()) {
                rows.add(checked(row.get(), header, csv, file));
            }
            return new Head(header, rows);
        }
    }

    static ResolveInput read(Path file, Head head, String idColumn, @Nullable String truth, List<Field> fields)
            throws IOException, CsvReader.CsvException {
        int id = head.column(idColumn);
        int[] columns =
                fields.stream().mapToInt(field -> head.column(field.column())).toArray();
        int truthColumn = truth == null ? -1 : head.header().indexOf(truth);
        Map<String, String> groups = new HashMap<>();
        List<String> ids = new ArrayList<>();
        RecordTable.Builder builder = RecordTable.builder(fields);
        try (BufferedReader in = ResolveCommand.open(file)) {
            CsvReader csv = new CsvReader(in);
            csv.row();
            for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
                List<String> values = checked(row.get(), head.header(), csv, file);
                List<String> compared = new ArrayList<>(columns.length);
                for (int column : columns) {
                    compared.add(values.get(column));
                }
                ids.add(values.get(id));
                builder.add(values.get(id), compared);
                if (truthColumn >= 0) {
                    groups.put(values.get(id), group(values.get(truthColumn)));
                }
            }
        }
        if (truth != null && truthColumn < 0) {
            readTruth(Path.of(truth), groups);
        }
        RecordTable table = built(builder, file);
        return new ResolveInput(table, truth == null ? new String[0] : inOrder(table, groups), order(table, ids));
    }

    private static RecordTable built(RecordTable.Builder builder, Path file) {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(file + ": " + e.getMessage() + "; ids must be unique.", e);
        }
    }

    private static void readTruth(Path file, Map<String, String> groups) throws IOException, CsvReader.CsvException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("The truth \"" + file + "\" is neither a column of the header nor a file.");
        }
        try (BufferedReader in = ResolveCommand.open(file)) {
            CsvReader csv = new CsvReader(in);
            for (var row = csv.row(); row.isPresent(); row = csv.row()) {
                if (row.get().size() < 2) {
                    throw new CommandFailure(file + ", line " + (csv.line() - 1) + ": expected an id and a group.");
                }
                groups.put(row.get().get(0), group(row.get().get(1)));
            }
        }
    }

    private static String group(String text) {
        var febrl = FEBRL.matcher(text);
        return febrl.matches() ? febrl.group(1) : text;
    }

    private static List<String> checked(List<String> row, List<String> header, CsvReader csv, Path file) {
        if (row.size() != header.size()) {
            throw new CommandFailure(file + ", line " + (csv.line() - 1) + ": " + row.size()
                    + " fields where the header has " + header.size() + ".");
        }
        return row;
    }

    private static String[] inOrder(RecordTable table, Map<String, String> groups) {
        String[] truth = new String[table.size()];
        for (int record = 0; record < truth.length; record++) {
            String group = groups.get(table.id(record));
            if (group == null) {
                throw new CommandFailure("The truth has no group for the record " + table.id(record) + ".");
            }
            truth[record] = group;
        }
        return truth;
    }

    private static int[] order(RecordTable table, List<String> ids) {
        Map<String, Integer> places = new HashMap<>();
        for (int record = 0; record < table.size(); record++) {
            places.put(table.id(record), record);
        }
        return ids.stream().mapToInt(id -> places.getOrDefault(id, -1)).toArray();
    }

    RecordTable table() {
        return table;
    }

    /** Group of each record of the table; empty when no truth was given. */
    String[] truth() {
        return truth;
    }

    /** Numbers of the records in the order in which the file has them. */
    int[] inOrderOfFile() {
        return fileOrder;
    }

    /** An id as a field of CSV. */
    static String quoted(String id) {
        boolean plain = id.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? id : '"' + id.replace("\"", "\"\"") + '"';
    }
}
