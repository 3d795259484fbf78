package suluh.exports.signal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Head of a message, {@code [2019-12-24, 12:23] Name: }.
 *
 * @param stamp characters between the brackets
 * @param local wall-clock time, or null when there is no such day or hour
 * @param bodyStart index of the first character behind the bracket and its space
 */
record SignalHead(String stamp, @Nullable LocalDateTime local, int bodyStart) {
    /** {@code [yyyy-mm-dd, hh:mm}. */
    private static final String SHAPE = "[0000-00-00, 00:00";

    /** The head at the start of a line, or null when there is none. */
    static @Nullable SignalHead of(String line) {
        int at = !line.isEmpty() && line.charAt(0) == '\uFEFF' ? 1 : 0;
        int close = at + SHAPE.length();
        if (line.length() <= close || line.charAt(close) != ']') {
            return null;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char expected = SHAPE.charAt(i);
            char found = line.charAt(at + i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return null;
            }
        }
        int body = close + 1 < line.length() && line.charAt(close + 1) == ' ' ? close + 2 : close + 1;
        return new SignalHead(line.substring(at + 1, close), local(line, at), body);
    }

    private static @Nullable LocalDateTime local(String line, int at) {
        try {
            return LocalDateTime.of(
                    number(line, at + 1, at + 5),
                    number(line, at + 6, at + 8),
                    number(line, at + 9, at + 11),
                    number(line, at + 13, at + 15),
                    number(line, at + 16, at + 18));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String line, int from, int to) {
        return Integer.parseInt(line, from, to, 10);
    }
}
