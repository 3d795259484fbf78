package suluh.core.canon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON: canonically (RFC 8785), which is what is hashed, or indented for people.
 *
 * <p>Linear time but for the sorting of keys. A text with a lone surrogate has no UTF-8 form and is refused with
 * {@link IllegalArgumentException}; replace it before.
 */
public final class CanonicalJson {
    /** Far above what any format of ours nests; values built deeper are a mistake. */
    static final int MAX_DEPTH = 64;

    private static final String INDENT = "  ";

    private CanonicalJson() {}

    /** The canonical UTF-8 bytes of the value. */
    public static byte[] bytes(JsonValue value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical form as text. */
    public static String text(JsonValue value) {
        StringBuilder out = new StringBuilder();
        write(value, out, 0);
        return out.toString();
    }

    /** Two spaces an indent, keys in their given order, a line feed at the end: for files that people open. */
    public static String indented(JsonValue value) {
        StringBuilder out = new StringBuilder();
        indent(value, out, 0);
        return out.append('\n').toString();
    }

    private static void write(JsonValue value, StringBuilder out, int depth) {
        switch (value) {
            case JsonObject object -> {
                checkDepth(depth);
                // String order is the order of UTF-16 code units, which RFC 8785 (3.2.3) asks for.
                out.append('{');
                String separator = "";
                List<Map.Entry<String, JsonValue>> members =
                        new ArrayList<>(object.members().entrySet());
                members.sort(Map.Entry.comparingByKey());
                for (Map.Entry<String, JsonValue> member : members) {
                    out.append(separator);
                    quote(member.getKey(), out);
                    write(member.getValue(), out.append(':'), depth + 1);
                    separator = ",";
                }
                out.append('}');
            }
            case JsonArray array -> {
                checkDepth(depth);
                out.append('[');
                String separator = "";
                for (JsonValue element : array.values()) {
                    write(element, out.append(separator), depth + 1);
                    separator = ",";
                }
                out.append(']');
            }
            case JsonString text -> quote(text.value(), out);
            case JsonNumber number -> out.append(EcmaNumber.text(number.value()));
            case JsonBoolean truth -> out.append(truth.value());
            case JsonNull ignored -> out.append("null");
        }
    }

    private static void indent(JsonValue value, StringBuilder out, int depth) {
        switch (value) {
            case JsonObject object
            when !object.members().isEmpty() -> {
                checkDepth(depth);
                String separator = "{\n";
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    out.append(separator).repeat(INDENT, depth + 1);
                    quote(member.getKey(), out);
                    indent(member.getValue(), out.append(": "), depth + 1);
                    separator = ",\n";
                }
                out.append('\n').repeat(INDENT, depth).append('}');
            }
            case JsonArray array
            when !array.values().isEmpty() -> {
                checkDepth(depth);
                String separator = "[\n";
                for (JsonValue element : array.values()) {
                    indent(element, out.append(separator).repeat(INDENT, depth + 1), depth + 1);
                    separator = ",\n";
                }
                out.append('\n').repeat(INDENT, depth).append(']');
            }
            default -> write(value, out, depth);
        }
    }

    private static void checkDepth(int depth) {
        if (depth >= MAX_DEPTH) {
            throw new IllegalArgumentException("JSON nested deeper than " + MAX_DEPTH);
        }
    }

    /** Most texts have nothing to escape, and are appended whole. */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            out.append(text, plain, i);
            if (Character.isSurrogate(c)) {
                i = appendPair(text, i, out);
            } else {
                escape(c, out);
            }
            plain = i + 1;
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 0xF, 16));
        }
    }

    private static int appendPair(String text, int high, StringBuilder out) {
        boolean pair = Character.isHighSurrogate(text.charAt(high))
                && high + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(high + 1));
        if (!pair) {
            throw new IllegalArgumentException("a lone surrogate at character " + high + " has no UTF-8 form");
        }
        out.append(text, high, high + 2);
        return high + 1;
    }
}
