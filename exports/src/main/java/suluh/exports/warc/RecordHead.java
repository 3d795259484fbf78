package suluh.exports.warc;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Head of one record (ISO 28500:2017, 4).
 *
 * @param start byte where the record begins
 * @param version as written, for example {@code WARC/1.1}
 * @param fields values by name in lower case; of a name that stands twice the first
 * @param blockBytes bytes of the block that follows
 */
record RecordHead(long start, String version, Map<String, String> fields, long blockBytes) {
    /** Fields of one record; writers use some twenty. */
    private static final int MAX_FIELDS = 1_000;

    RecordHead {
        fields = new LinkedHashMap<>(fields);
    }

    /** True for a version that this reader knows. */
    static boolean isVersion(@Nullable String line) {
        return "WARC/1.0".equals(line) || "WARC/1.1".equals(line);
    }

    /** The head that follows its version line; empty when it is none. */
    static Optional<RecordHead> read(WarcInput in, long start, String version) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        String last = "";
        while (true) {
            String line = in.line();
            if (line == null || fields.size() > MAX_FIELDS) {
                return Optional.empty();
            }
            if (line.isEmpty()) {
                return withSize(start, version, fields);
            }
            int colon = line.indexOf(':');
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                fields.computeIfPresent(last, (name, value) -> value + " " + line.strip());
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(last, line.substring(colon + 1).strip());
            } else {
                return Optional.empty();
            }
        }
    }

    private static Optional<RecordHead> withSize(long start, String version, Map<String, String> fields) {
        String size = fields.getOrDefault("content-length", "");
        if (size.isEmpty() || size.length() > 18 || !size.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(new RecordHead(start, version, fields, Long.parseLong(size)));
    }

    /** Value of a field; empty when it is not there. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    String type() {
        return field("warc-type").toLowerCase(Locale.ROOT);
    }

    /** Address that was captured; WARC 1.0 writers put some in angle brackets. */
    String target() {
        String uri = field("warc-target-uri");
        return uri.startsWith("<") && uri.endsWith(">") ? uri.substring(1, uri.length() - 1) : uri;
    }
}
