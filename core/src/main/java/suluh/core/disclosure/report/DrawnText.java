package suluh.core.disclosure.report;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import suluh.core.kernel.HostileText;

/**
 * Shows text of any script with fonts that may lack some: no character is dropped, and what could not be drawn is counted.
 *
 * <p>Characters without a glyph appear as their code points in square brackets, such as {@code [U+0BB5 U+0BA3]}. Text is
 * made harmless as {@link HostileText} does. Not thread-safe.
 */
final class DrawnText {
    private final IntPredicate isDrawable;
    private final SortedMap<String, Long> undrawn = new TreeMap<>();

    DrawnText(IntPredicate isDrawable) {
        this.isDrawable = isDrawable;
    }

    /** The text for use inside an element or a double-quoted attribute. */
    String markup(String text) {
        String safe = HostileText.markup(text);
        StringBuilder out = new StringBuilder(safe.length() + 16);
        boolean inside = false;
        for (int at = 0; at < safe.length(); at += Character.charCount(safe.codePointAt(at))) {
            int codePoint = safe.codePointAt(at);
            boolean drawn = codePoint == '\n' || codePoint == '\t' || isDrawable.test(codePoint);
            if (drawn == inside) {
                out.append(drawn ? "]" : "[");
                inside = !inside;
            } else if (!drawn) {
                out.append(' ');
            }
            if (drawn) {
                out.appendCodePoint(codePoint);
            } else {
                out.append(String.format(Locale.ROOT, "U+%04X", codePoint));
                undrawn.merge(script(codePoint), 1L, Long::sum);
            }
        }
        return inside ? out.append(']').toString() : out.toString();
    }

    /** Characters shown as code points, by script as Unicode names it. */
    SortedMap<String, Long> undrawn() {
        return Collections.unmodifiableSortedMap(undrawn);
    }

    /** The same in one line: {@code Han 12, Tamil 3}; empty when every character was drawn. */
    String undrawnInWords() {
        return undrawn.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String script(int codePoint) {
        String name = Character.UnicodeScript.of(codePoint).name().replace('_', ' ');
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
