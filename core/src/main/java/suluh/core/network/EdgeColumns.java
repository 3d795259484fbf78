package suluh.core.network;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of an edge list holds what.
 *
 * @param from column of the one id
 * @param to column of the other
 * @param weight column of the weight, or -1
 * @param time column of the time, or -1
 * @param isHeader true when the first line names the columns
 */
record EdgeColumns(int from, int to, int weight, int time, boolean isHeader) {
    private static final Set<String> FROM = Set.of("from", "source", "src", "v1", "node1", "sender");
    private static final Set<String> TO = Set.of("to", "target", "dst", "v2", "node2", "receiver");
    private static final Set<String> WEIGHT = Set.of("weight", "w", "count", "value", "strength");
    private static final Set<String> TIME = Set.of("time", "timestamp", "date", "at", "when", "day");
    /** Unix times beyond this are milliseconds: as seconds they would lie after the year 5138. */
    private static final long MAX_SECONDS = 100_000_000_000L;

    /** Columns as the first line shows them: by name, or by position and what stands in it. */
    static EdgeColumns of(List<String> first) {
        List<String> names =
                first.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        int from = find(names, FROM);
        int to = find(names, TO);
        if (from >= 0 && to >= 0) {
            return new EdgeColumns(from, to, find(names, WEIGHT), find(names, TIME), true);
        }
        int weight = -1;
        int time = -1;
        boolean isHeader = false;
        for (int i = 2; i < first.size() && i < 4; i++) {
            if (WEIGHT.contains(names.get(i)) || TIME.contains(names.get(i))) {
                isHeader = true;
                weight = WEIGHT.contains(names.get(i)) ? i : weight;
                time = TIME.contains(names.get(i)) ? i : time;
            } else if (isNumber(first.get(i)) && weight < 0) {
                weight = i;
            } else if (time(first.get(i)) != null) {
                time = i;
            } else {
                // A word where a weight or a time is due: the first line names the columns.
                isHeader = true;
                weight = weight < 0 ? i : weight;
            }
        }
        return new EdgeColumns(0, 1, weight, time, isHeader);
    }

    /** The edge in a line, or null when it is none. */
    EdgeList.@Nullable Edge edge(List<String> fields) {
        String a = field(fields, from);
        String b = field(fields, to);
        String weightText = field(fields, weight);
        String timeText = field(fields, time);
        double value = weightText.isEmpty() ? 1 : isNumber(weightText) ? Double.parseDouble(weightText) : Double.NaN;
        Instant at = timeText.isEmpty() ? null : time(timeText);
        boolean isEdge = !a.isEmpty() && !b.isEmpty() && value > 0 && value < Double.POSITIVE_INFINITY;
        return isEdge && (timeText.isEmpty() || at != null) ? new EdgeList.Edge(a, b, value, at) : null;
    }

    /** Fields of a line; quotes keep separators in, two quotes are one. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    private static String field(List<String> fields, int column) {
        return column < 0 || column >= fields.size() ? "" : fields.get(column);
    }

    private static int find(List<String> names, Set<String> usual) {
        for (int i = 0; i < names.size(); i++) {
            if (usual.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Unix seconds or milliseconds, a date, or a date and time, which is UTC where no zone stands. */
    private static @Nullable Instant time(String text) {
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                long number = Long.parseLong(text);
                return number > MAX_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            String iso = text.replace(' ', 'T');
            if (!iso.contains("T")) {
                return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            boolean hasZone = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return hasZone
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
