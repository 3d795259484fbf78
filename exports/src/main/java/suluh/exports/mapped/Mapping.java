package suluh.exports.mapped;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.Platform;

/**
 * How the records of a table become observations. Format page: docs/formats/mapping.md.
 *
 * @param name name of the mapping; part of the ids of accounts and conversations of the platform {@code web}
 * @param files patterns of full paths
 * @param form how the table is written
 * @param separator between fields of a row
 * @param records path of keys to the array of records; empty when the root is it
 * @param platform platform that the observations are of
 * @param emits what to make of each record
 * @param times how times are written, by name
 * @param passed columns that are known and left aside
 * @param digest digest of the mapping file
 */
public record Mapping(
        String name,
        List<Pattern> files,
        Form form,
        char separator,
        List<String> records,
        Platform platform,
        List<EmitRule> emits,
        Map<String, TimeRule> times,
        Set<String> passed,
        Sha256Digest digest) {
    /** How a table is written. */
    public enum Form {
        CSV,
        JSON,
        JSON_LINES
    }

    public Mapping {
        files = List.copyOf(files);
        records = List.copyOf(records);
        emits = List.copyOf(emits);
        times = new LinkedHashMap<>(times);
        passed = Set.copyOf(passed);
    }

    /** True when the mapping is for the file of this full path. */
    public boolean isFor(String fullPath) {
        return files.stream().anyMatch(pattern -> pattern.matcher(fullPath).matches());
    }

    /** Every column that the mapping uses. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (EmitRule rule : emits) {
            rule.values().values().forEach(value -> {
                if (value instanceof FieldValue.Column column) {
                    columns.add(column.name());
                }
            });
            columns.addAll(rule.attachments());
        }
        times.values().forEach(rule -> columns.add(rule.column()));
        return columns;
    }
}
