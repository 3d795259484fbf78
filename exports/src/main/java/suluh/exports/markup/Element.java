package suluh.exports.markup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.exports.markup.MarkupCursor.Token;

/**
 * One small element held whole.
 *
 * @param name its name
 * @param attributes by name
 * @param parts elements ({@link Element}) and texts ({@link String}) in order
 * @param start byte where its start tag begins
 * @param end byte after its end tag
 */
public record Element(String name, Map<String, String> attributes, List<Object> parts, long start, long end) {
    /** Parts in one held element; a report's person block has some hundred. */
    public static final int MAX_PARTS = 100_000;
    /** Elements within one held element; what is deeper stays in the one above it. */
    public static final int MAX_DEPTH = 200;

    /**
     * Reads the element whose START is at the cursor to its end tag, or to the end of the file.
     *
     * @param cut told once when parts had to be left out
     */
    public static Element read(MarkupCursor cursor, Runnable cut) throws IOException {
        List<Draft> open = new ArrayList<>();
        open.add(new Draft(cursor));
        int left = MAX_PARTS;
        int beyond = 0;
        for (Token token = cursor.next(); token != null; token = cursor.next()) {
            Draft top = open.getLast();
            if (token == Token.END && beyond > 0) {
                beyond--;
            } else if (token == Token.END) {
                int depth = depthOf(cursor.name(), open);
                while (depth >= 0 && open.size() > depth + 1) {
                    close(open, cursor.start());
                }
                Element closed = depth < 0 ? null : close(open, cursor.end());
                if (closed != null && open.isEmpty()) {
                    return closed;
                }
            } else if (--left < 0) {
                if (left == -1) {
                    cut.run();
                }
            } else if (token == Token.TEXT) {
                top.parts.add(cursor.text());
            } else if (open.size() < MAX_DEPTH) {
                open.add(new Draft(cursor));
            } else {
                beyond++;
                left = Math.min(left, 0);
            }
        }
        Element last = close(open, cursor.end());
        while (!open.isEmpty()) {
            last = close(open, cursor.end());
        }
        return last;
    }

    /** Elements directly inside. */
    public List<Element> children() {
        return parts.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** Elements of a name directly inside. */
    public List<Element> children(String wanted) {
        return children().stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** First element of a name directly inside. */
    public Optional<Element> child(String wanted) {
        return children().stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /** Text of the first element of a name directly inside, stripped; null when there is none or it is empty. */
    public @Nullable String textOf(String wanted) {
        String text = child(wanted).map(Element::text).orElse("").strip();
        return text.isEmpty() ? null : text;
    }

    /** All characters inside, in order; {@code br} is a line feed. */
    public String text() {
        StringBuilder out = new StringBuilder();
        append(this, out);
        return out.toString();
    }

    // Recursion is bounded by MAX_DEPTH.
    private static void append(Element element, StringBuilder out) {
        for (Object part : element.parts) {
            if (part instanceof Element child) {
                if (child.name.equals("br")) {
                    out.append('\n');
                }
                append(child, out);
            } else {
                out.append(part);
            }
        }
    }

    private static int depthOf(String name, List<Draft> open) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).name.equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Element close(List<Draft> open, long end) {
        Element element = open.removeLast().element(end);
        if (!open.isEmpty()) {
            open.getLast().parts.add(element);
        }
        return element;
    }

    private static final class Draft {
        private final String name;
        private final Map<String, String> attributes;
        private final List<Object> parts = new ArrayList<>();
        private final long start;

        Draft(MarkupCursor cursor) {
            this.name = cursor.name();
            this.attributes = cursor.attributes().isEmpty() ? Map.of() : new HashMap<>(cursor.attributes());
            this.start = cursor.start();
        }

        Element element(long end) {
            return new Element(name, attributes, parts, start, end);
        }
    }
}
