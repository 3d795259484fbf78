package suluh.core.identity.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Guesses what the columns of an unknown table are, first by what stands in them, then by usual words in their names.
 *
 * <p>A guess to begin with: it is printed, and a configuration replaces it.
 */
public final class FieldGuess {
    private static final double MOST = 0.8;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern URL = Pattern.compile("(?i)(?:https?://|www\\.).+");
    private static final Pattern IP =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:]+");
    private static final Pattern DATE = Pattern.compile(
            "(?:1[89]|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ].*)?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:1[89]|20)\\d\\d"
                    + "|(?:1[89]|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]{7,20}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern HANDLE = Pattern.compile("@?[\\p{L}\\d]+[._\\p{L}\\d-]*");
    private static final int LONG_TEXT = 40;
    private static final int IDENTIFIER_DIGITS = 6;
    private static final int CATEGORIES = 12;

    private FieldGuess() {}

    /**
     * Fields worth comparing.
     *
     * @param header names of the columns
     * @param rows a sample of rows, each as long as the header
     * @param most fields at most, the first ones
     * @param leftOut columns that must not be compared, such as the id and the truth
     */
    public static List<Field> of(List<String> header, List<List<String>> rows, int most, Set<String> leftOut) {
        List<Field> fields = new ArrayList<>();
        for (int column = 0; column < header.size() && fields.size() < most; column++) {
            String name = header.get(column);
            int place = column;
            List<String> values = rows.stream()
                    .map(row -> row.get(place).strip())
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!leftOut.contains(name) && !values.isEmpty() && isTelling(values)) {
                fields.add(Field.of(name, type(name.toLowerCase(Locale.ROOT), values)));
            }
        }
        return fields;
    }

    private static boolean isTelling(List<String> values) {
        return values.stream().distinct().limit(2).count() > 1;
    }

    private static FieldType type(String name, List<String> values) {
        if (share(values, EMAIL) > MOST) {
            return FieldType.EMAIL;
        }
        if (share(values, URL) > MOST) {
            return FieldType.URL;
        }
        if (share(values, IP) > MOST) {
            return FieldType.IP;
        }
        if (share(values, DATE) > MOST) {
            return FieldType.DATE;
        }
        boolean phoneName = says(name, "phone", "mobile", "tel", "telefon", "nombor", "msisdn", "whatsapp");
        if (share(values, PHONE) > MOST && (phoneName || startsWithPlus(values))) {
            return FieldType.PHONE;
        }
        double distinct = (double) new HashSet<>(values).size() / values.size();
        if (share(values, DIGITS) > MOST) {
            double length = values.stream().mapToInt(String::length).average().orElse(0);
            return length >= IDENTIFIER_DIGITS && distinct > 0.2 ? FieldType.IDENTIFIER : FieldType.NUMBER;
        }
        return text(name, values, distinct);
    }

    private static FieldType text(String name, List<String> values, double distinct) {
        if (says(name, "handle", "username", "user_name", "screen", "nick", "login") && share(values, HANDLE) > MOST) {
            return FieldType.HANDLE;
        }
        if (values.size() >= 100 && shareOfCommonest(values) > 0.9) {
            return FieldType.CATEGORY;
        }
        double length = values.stream().mapToInt(String::length).average().orElse(0);
        if (length > LONG_TEXT) {
            return FieldType.TEXT;
        }
        double words = values.stream()
                .mapToInt(value -> value.split("\\s+").length)
                .average()
                .orElse(1);
        double withDigit = (double) values.stream()
                        .filter(value -> value.chars().anyMatch(Character::isDigit))
                        .count()
                / values.size();
        if (says(name, "address", "street", "alamat", "jalan", "addr") || (words > 1.6 && withDigit > 0.3)) {
            return FieldType.ADDRESS;
        }
        return withDigit > MOST && words < 1.2 && distinct > 0.5 ? FieldType.IDENTIFIER : FieldType.NAME;
    }

    /** Share of the values that are one of the {@value #CATEGORIES} commonest. */
    private static double shareOfCommonest(List<String> values) {
        Map<String, Long> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        long common = counts.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(CATEGORIES)
                .mapToLong(Long::longValue)
                .sum();
        return (double) common / values.size();
    }

    private static boolean startsWithPlus(List<String> values) {
        return values.stream().filter(value -> value.startsWith("+")).count() > values.size() * 0.5;
    }

    private static boolean says(String name, String... words) {
        for (String word : words) {
            if (name.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static double share(List<String> values, Pattern pattern) {
        return (double) values.stream()
                        .filter(value -> pattern.matcher(value).matches())
                        .count()
                / values.size();
    }
}
