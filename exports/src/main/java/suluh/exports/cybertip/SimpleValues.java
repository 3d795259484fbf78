package suluh.exports.cybertip;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of simple values as XML Schema has them (part 2, section 3), as far as reports use them. */
final class SimpleValues {
    private static final Set<String> BOOLEANS = Set.of("true", "false", "1", "0");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,40}");
    private static final Pattern DOUBLE = Pattern.compile(
            "[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{0,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,9})?|-?INF|NaN");
    private static final String ZONE = "(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?";
    private static final Pattern DATE_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]{1,40})?" + ZONE);
    private static final Pattern DATE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})" + ZONE);

    private SimpleValues() {}

    /** True when the value is of this kind; a kind that is not restricted takes any text. */
    static boolean accepts(String kind, String value) {
        String plain = value.strip();
        return switch (kind) {
            case "boolean" -> BOOLEANS.contains(plain);
            case "flag" -> plain.isEmpty() || plain.equals("true") || plain.equals("1");
            case "int" -> isInteger(plain, Integer.SIZE);
            case "long" -> isInteger(plain, Long.SIZE);
            case "double" -> DOUBLE.matcher(plain).matches();
            case "dateTime" -> isDateTime(plain);
            case "date" -> isDate(plain);
            case "string", "token" -> true;
            default -> throw new IllegalArgumentException("no kind of value: " + kind);
        };
    }

    private static boolean isInteger(String text, int bits) {
        return INTEGER.matcher(text).matches() && new BigInteger(text).bitLength() < bits;
    }

    private static boolean isDateTime(String text) {
        Matcher matcher = DATE_TIME.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDateTime.parse(matcher.group(1));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate.parse(matcher.group(1));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
