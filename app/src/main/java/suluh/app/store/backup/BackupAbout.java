package suluh.app.store.backup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;

/**
 * First entry of a backup: when it was made, by what, and the shape of the database in it.
 *
 * @param madeAt instant of the snapshot
 * @param tool name and version of the program
 * @param schema version of the tables, as the migrations number it
 * @param tables in an order in which every row comes after the rows it refers to
 * @param sequences with the last number each gave
 */
public record BackupAbout(Instant madeAt, String tool, String schema, List<Table> tables, List<Sequence> sequences) {
    static final int MAX_BYTES = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}([._][0-9]{1,6}){0,3}");

    /** A table with the columns that rows are written in. */
    public record Table(String name, List<String> columns) {
        public Table {
            requireName(name);
            columns.forEach(BackupAbout::requireName);
            columns = List.copyOf(columns);
        }

        String columnList() {
            return String.join(", ", columns);
        }
    }

    /** A sequence and the last number that it gave. */
    public record Sequence(String name, long last) {
        public Sequence {
            requireName(name);
        }
    }

    public BackupAbout {
        if (!VERSION.matcher(schema).matches()) {
            throw new IllegalArgumentException("no version of the tables");
        }
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a table, column or sequence");
        }
    }

    byte[] bytes() {
        return CanonicalJson.bytes(JsonObject.builder()
                .put("madeAt", madeAt.toString())
                .put("tool", tool)
                .put("schema", schema)
                .put(
                        "tables",
                        JsonArray.of(tables.stream().map(BackupAbout::json).toList()))
                .put(
                        "sequences",
                        JsonArray.of(sequences.stream()
                                .map(sequence -> JsonObject.builder()
                                        .put("name", sequence.name())
                                        .put("last", sequence.last())
                                        .build())
                                .toList()))
                .build());
    }

    private static JsonObject json(Table table) {
        return JsonObject.builder()
                .put("name", table.name())
                .put(
                        "columns",
                        JsonArray.of(
                                table.columns().stream().map(JsonString::new).toList()))
                .build();
    }

    static BackupAbout parse(byte[] bytes) throws BackupException {
        try {
            JsonObject json = JsonParser.parseObject(bytes);
            List<Table> tables = new ArrayList<>();
            for (JsonObject table : objects(json, "tables")) {
                List<String> columns = new ArrayList<>();
                for (JsonValue column : array(table, "columns")) {
                    columns.add(column instanceof JsonString text ? text.value() : "");
                }
                tables.add(new Table(table.text("name").orElse(""), columns));
            }
            List<Sequence> sequences = new ArrayList<>();
            for (JsonObject sequence : objects(json, "sequences")) {
                boolean isWhole = sequence.member("last").orElse(null) instanceof JsonNumber number && number.isWhole();
                sequences.add(new Sequence(
                        sequence.text("name").orElse(""),
                        isWhole ? sequence.whole("last").orElse(0L) : 0));
            }
            return new BackupAbout(
                    Instant.parse(json.text("madeAt").orElse("")),
                    json.text("tool").orElse(""),
                    json.text("schema").orElse(""),
                    tables,
                    sequences);
        } catch (JsonSyntaxException | IllegalArgumentException | DateTimeParseException e) {
            throw new BackupException(
                    "The backup's first entry does not say what it holds; it was not made by Suluh.", e);
        }
    }

    private static List<JsonValue> array(JsonObject json, String key) {
        return json.member(key).orElse(null) instanceof JsonArray array ? array.values() : List.of();
    }

    private static List<JsonObject> objects(JsonObject json, String key) {
        return array(json, key).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }
}
