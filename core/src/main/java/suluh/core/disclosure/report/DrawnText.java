package suluh.core.disclosure.report;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.kernel.HostileText;

/**
 * Shows text of any script with fonts that may lack some: no character is dropped, and what could not be drawn is counted.
 *
 * <p>Runs of Tamil become small pictures with their text beside them, where the maker of pages can shape them. Other
 * characters without a glyph appear as their code points in square brackets, such as {@code [U+0BB5 U+0BA3]}. Text is
 * made harmless as {@link HostileText} does. The brackets of a placeholder, {@code ⟦child 1⟧}, are shown as {@code [[child
 * 1]]} where the font lacks them. Not thread-safe.
 */
final class DrawnText {
    /** Of a shaped run, in thousandths of an em: what stands above and below the line. */
    private static final int ASCENT = 1_000;

    private static final int HEIGHT = 1_400;
    private static final double UNITS = 1_000;

    private final Drawing drawing;
    private final SortedMap<String, Long> undrawn = new TreeMap<>();

    DrawnText(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The text for use inside an element. */
    String markup(String text) {
        return shown(text, true);
    }

    /** The text for use inside a double-quoted attribute. */
    String attribute(String text) {
        return shown(text, false);
    }

    private String shown(String text, boolean isContent) {
        String safe = bracketed(HostileText.markup(text));
        StringBuilder out = new StringBuilder(safe.length() + 16);
        boolean inside = false;
        int unshapedUntil = 0;
        int at = 0;
        while (at < safe.length()) {
            int codePoint = safe.codePointAt(at);
            boolean drawn = codePoint == '\n' || codePoint == '\t' || drawing.isDrawable(codePoint);
            if (!drawn && isContent && at >= unshapedUntil) {
                int end = runEnd(safe, at);
                double width = end == at ? 0 : drawing.shapedWidth(safe.substring(at, end));
                if (width > 0) {
                    out.append(inside ? "]" : "").append(shaped(safe.substring(at, end), width));
                    inside = false;
                    at = end;
                    continue;
                }
                unshapedUntil = end;
            }
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
            at += Character.charCount(codePoint);
        }
        return inside ? out.append(']').toString() : out.toString();
    }

    /** Where a run of Tamil that begins here ends; here, when none does. */
    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && Character.UnicodeScript.of(text.codePointAt(end)) == Character.UnicodeScript.TAMIL) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static String shaped(String run, double width) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" alt=\"%1$s\" viewBox=\"0 0 %2$d %3$d\""
                        + " style=\"display:inline-block;width:%4$.3fem;height:%5$.1fem;vertical-align:%6$.1fem\">"
                        + "<text x=\"0\" y=\"%7$d\" font-size=\"1000\">%1$s</text></svg>",
                run,
                (int) Math.ceil(width * UNITS),
                HEIGHT,
                width,
                HEIGHT / UNITS,
                (ASCENT - HEIGHT) / UNITS,
                ASCENT);
    }

    /** The same with double square brackets for those of placeholders, where these cannot be drawn. */
    String bracketed(String text) {
        return drawing.isDrawable(Placeholder.OPEN) && drawing.isDrawable(Placeholder.CLOSE)
                ? text
                : text.replace(Character.toString(Placeholder.OPEN), "[[")
                        .replace(Character.toString(Placeholder.CLOSE), "]]");
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
