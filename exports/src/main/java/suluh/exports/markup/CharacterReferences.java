package suluh.exports.markup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces character references by what they stand for (WHATWG HTML 13.2.5.72).
 *
 * <p>A reference that is none stays as it is written. No reference leads anywhere but to at most two characters, so that
 * text never grows: there are no entities to expand. Departure from HTML: a reference in an attribute ends like one in
 * text.
 */
final class CharacterReferences {
    /** Longest name in the table is {@code CounterClockwiseContourIntegral}. */
    private static final int MAX_NAME_CHARS = 32;
    /** What HTML makes of the numbers 128 to 159: the characters of windows-1252. */
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039"
                    + "\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
                    + "\u009D\u017E\u0178";

    private static final Map<String, String> NAMED = new HashMap<>();
    private static final Set<String> WITHOUT_SEMICOLON = new HashSet<>();

    static {
        load();
    }

    private CharacterReferences() {}

    /** The text with its references replaced; the very same object when there are none. */
    static String decoded(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            int end = at + 1 < text.length() && text.charAt(at + 1) == '#'
                    ? numeric(text, at, out.append(text, copied, at))
                    : named(text, at, out.append(text, copied, at));
            copied = end;
            at = text.indexOf('&', Math.max(end, at + 1));
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Appends what the number stands for and gives the position behind it; {@code at} when it is no reference. */
    private static int numeric(String text, int at, StringBuilder out) {
        int i = at + 2;
        boolean hex = i < text.length() && (text.charAt(i) == 'x' || text.charAt(i) == 'X');
        i += hex ? 1 : 0;
        int first = i;
        int value = 0;
        while (i < text.length() && Character.digit(text.charAt(i), hex ? 16 : 10) >= 0 && text.charAt(i) < 0x80) {
            value = Math.min(0x110000, value * (hex ? 16 : 10) + Character.digit(text.charAt(i), 16));
            i++;
        }
        boolean closed = i < text.length() && text.charAt(i) == ';';
        if (i == first) {
            return at;
        }
        boolean surrogate = value >= 0xD800 && value <= 0xDFFF;
        if (value == 0 || value > 0x10FFFF || surrogate) {
            out.append('\uFFFD');
        } else if (value >= 0x80 && value <= 0x9F) {
            out.append(WINDOWS_1252.charAt(value - 0x80));
        } else {
            out.appendCodePoint(value);
        }
        return closed ? i + 1 : i;
    }

    private static int named(String text, int at, StringBuilder out) {
        int i = at + 1;
        while (i < text.length() && i - at <= MAX_NAME_CHARS && isNameChar(text.charAt(i))) {
            i++;
        }
        boolean closed = i < text.length() && text.charAt(i) == ';';
        String name = text.substring(at + 1, i);
        if (closed) {
            String value = NAMED.get(name);
            if (value != null) {
                out.append(value);
                return i + 1;
            }
        }
        return unclosed(text, at, name, out);
    }

    /** The longest old name that the text begins with, as in {@code &copy2024}. */
    private static int unclosed(String text, int at, String name, StringBuilder out) {
        for (int length = name.length(); length > 1; length--) {
            String old = text.substring(at + 1, at + 1 + length);
            if (WITHOUT_SEMICOLON.contains(old)) {
                out.append(NAMED.get(old));
                return at + 1 + length;
            }
        }
        return at;
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static void load() {
        try (InputStream in = CharacterReferences.class.getResourceAsStream("named-references.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            boolean old = false;
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("--")) {
                    old = true;
                } else if (!line.startsWith("#")) {
                    take(line.split(" "), old);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of references cannot be read", e);
        }
    }

    private static void take(String[] row, boolean old) {
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < row.length; i++) {
            value.appendCodePoint(Integer.parseInt(row[i], 16));
        }
        NAMED.put(row[0], value.toString());
        if (old) {
            WITHOUT_SEMICOLON.add(row[0]);
        }
    }
}
