package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonBoolean;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.identity.field.Field;
import suluh.core.identity.field.FieldGuess;
import suluh.core.identity.field.FieldType;
import suluh.core.identity.linkage.RecordTable;

/**
 * What {@code suluh resolve} compares, and from when two records are one: {@code docs/formats/resolve.md}.
 *
 * @param threshold probability from which a pair is a link
 * @param seed of the samples drawn
 */
record ResolveConfiguration(List<Field> fields, double threshold, long seed) {
    private static final String FORMAT = "suluh-resolve/1";
    private static final double THRESHOLD = 0.5;
    private static final long SEED = 1;

    ResolveConfiguration {
        fields = List.copyOf(fields);
    }

    /** A guess from the header and the first rows; id and truth are never compared. */
    static ResolveConfiguration guess(ResolveInput.Head head, String id, @Nullable String truth) {
        Set<String> leftOut = new HashSet<>(Set.of(id));
        if (truth != null) {
            leftOut.add(truth);
        }
        List<Field> fields = FieldGuess.of(head.header(), head.rows(), RecordTable.MAX_COLUMNS, leftOut);
        if (fields.isEmpty()) {
            throw new CommandFailure("No column holds different values to compare; name the fields with --config.");
        }
        return new ResolveConfiguration(fields, THRESHOLD, SEED);
    }

    /** The configuration in this file. */
    static ResolveConfiguration read(Path file, ResolveInput.Head head) throws IOException {
        JsonObject json;
        try {
            json = JsonParser.parseObject(Files.readAllBytes(file));
        } catch (JsonSyntaxException e) {
            throw new CommandFailure(file + " is no JSON: " + e.getMessage() + ".", e);
        }
        if (!json.text("format").orElse("").equals(FORMAT)) {
            throw new CommandFailure(file + ": expected \"format\": \"" + FORMAT + "\", found "
                    + json.text("format").orElse("none") + ".");
        }
        List<Field> fields = new ArrayList<>();
        if (json.member("fields").orElse(null) instanceof JsonArray array) {
            for (JsonValue value : array.values()) {
                fields.add(field(file, head, value));
            }
        }
        if (fields.isEmpty() || fields.size() > RecordTable.MAX_COLUMNS) {
            throw new CommandFailure(file + ": expected from 1 to " + RecordTable.MAX_COLUMNS + " \"fields\", found "
                    + fields.size() + ".");
        }
        double threshold =
                json.member("threshold").orElse(null) instanceof JsonNumber number ? number.value() : THRESHOLD;
        if (!(threshold > 0 && threshold < 1)) {
            throw new CommandFailure(file + ": a \"threshold\" lies above 0 and below 1, not at " + threshold + ".");
        }
        long seed = json.member("seed").orElse(null) instanceof JsonNumber number && number.isWhole()
                ? number.whole()
                : SEED;
        return new ResolveConfiguration(fields, threshold, seed);
    }

    private static Field field(Path file, ResolveInput.Head head, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw new CommandFailure(file + ": each of \"fields\" is an object with \"column\" and \"type\".");
        }
        String column = object.text("column").orElse("");
        head.column(column);
        String wire = object.text("type").orElse("");
        FieldType type = FieldType.ofWire(wire)
                .orElseThrow(() -> new CommandFailure(file + ": \"" + wire + "\" is no type of field; known are: "
                        + Arrays.stream(FieldType.values()).map(FieldType::wire).collect(Collectors.joining(", "))
                        + "."));
        boolean termFrequency =
                !(object.member("termFrequency").orElse(null) instanceof JsonBoolean truth) || truth.value();
        return new Field(column, type, termFrequency);
    }

    /** The configuration as a file of it would say. */
    JsonObject json() {
        return JsonObject.builder()
                .put("format", FORMAT)
                .put("threshold", new JsonNumber(threshold))
                .put("seed", seed)
                .put(
                        "fields",
                        JsonArray.of(fields.stream()
                                .map(field -> JsonObject.builder()
                                        .put("column", field.column())
                                        .put("type", field.type().wire())
                                        .put("termFrequency", new JsonBoolean(field.termFrequency()))
                                        .build())
                                .toList()))
                .build();
    }
}
