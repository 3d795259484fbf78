package suluh.core.canon;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Strict parser of I-JSON (RFC 8259 within RFC 7493): one value, UTF-8 without byte order mark, no key twice, no lone
 * surrogate, no number that a double would round when it is whole, nesting at most {@value CanonicalJson#MAX_DEPTH}.
 *
 * <p>For our own formats, where a second reading of the same bytes must be impossible; platform exports are read by
 * {@code exports}. Linear time; memory is that of the value.
 */
public final class JsonParser {
    /** Findings of the largest cases stay far below; a verifier must not be made to fill its memory. */
    private static final int MAX_SIZE_BYTES = 512 << 20;

    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    /** The value in these bytes. */
    public static JsonValue parse(byte[] utf8) throws JsonSyntaxException {
        if (utf8.length > MAX_SIZE_BYTES) {
            throw new JsonSyntaxException("more than " + MAX_SIZE_BYTES + " bytes of JSON", -1);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonSyntaxException("the bytes are not UTF-8", -1);
        }
        JsonParser parser = new JsonParser(text);
        JsonValue value = parser.value(0);
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.error("text after the value");
        }
        return value;
    }

    /** The object in these bytes; refuses any other value. */
    public static JsonObject parseObject(byte[] utf8) throws JsonSyntaxException {
        if (parse(utf8) instanceof JsonObject object) {
            return object;
        }
        throw new JsonSyntaxException("expected an object", 0);
    }

    private JsonValue value(int depth) throws JsonSyntaxException {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw error("nested deeper than " + CanonicalJson.MAX_DEPTH);
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonString(string());
            case 't' -> word("true", new JsonBoolean(true));
            case 'f' -> word("false", new JsonBoolean(false));
            case 'n' -> word("null", JsonNull.NULL);
            default -> number();
        };
    }

    private JsonObject object(int depth) throws JsonSyntaxException {
        SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return new JsonObject(members);
        }
        while (true) {
            skipSpace();
            int keyAt = at;
            String key = string();
            skipSpace();
            expect(':');
            if (members.putIfAbsent(key, value(depth + 1)) != null) {
                throw new JsonSyntaxException("the same key twice in one object", keyAt);
            }
            skipSpace();
            if (peek() == '}') {
                at++;
                return new JsonObject(members);
            }
            expect(',');
        }
    }

    private JsonArray array(int depth) throws JsonSyntaxException {
        List<JsonValue> values = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return new JsonArray(values);
        }
        while (true) {
            values.add(value(depth + 1));
            skipSpace();
            if (peek() == ']') {
                at++;
                return new JsonArray(values);
            }
            expect(',');
        }
    }

    private String string() throws JsonSyntaxException {
        expect('"');
        StringBuilder out = new StringBuilder();
        int start = at;
        while (true) {
            char c = peek();
            if (c == '"') {
                out.append(text, start, at);
                at++;
                return whole(out, start);
            }
            if (c < 0x20) {
                throw error("a control character in a text");
            }
            if (c == '\\') {
                out.append(text, start, at);
                at++;
                out.append(escape());
                start = at;
            } else {
                at++;
            }
        }
    }

    private static String whole(StringBuilder out, int start) throws JsonSyntaxException {
        for (int i = 0; i < out.length(); i++) {
            if (Character.isSurrogate(out.charAt(i))) {
                boolean pair = Character.isHighSurrogate(out.charAt(i))
                        && i + 1 < out.length()
                        && Character.isLowSurrogate(out.charAt(i + 1));
                if (!pair) {
                    throw new JsonSyntaxException("a lone surrogate in a text", start);
                }
                i++;
            }
        }
        return out.toString();
    }

    private char escape() throws JsonSyntaxException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw error("an unknown escape");
        };
    }

    private char codeUnit() throws JsonSyntaxException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("expected four hexadecimal digits");
            }
            unit = unit * 16 + digit;
            at++;
        }
        return (char) unit;
    }

    private JsonNumber number() throws JsonSyntaxException {
        int start = at;
        if (peekOrEnd() == '-') {
            at++;
        }
        if (peekOrEnd() == '0') {
            at++;
        } else {
            digits();
        }
        boolean whole = true;
        if (peekOrEnd() == '.') {
            at++;
            digits();
            whole = false;
        }
        if (peekOrEnd() == 'e' || peekOrEnd() == 'E') {
            at++;
            if (peekOrEnd() == '+' || peekOrEnd() == '-') {
                at++;
            }
            digits();
            whole = false;
        }
        JsonNumber number = finite(start);
        boolean exact = number.isWhole() || EcmaNumber.text(number.value()).contentEquals(text.substring(start, at));
        if (whole && !exact) {
            throw new JsonSyntaxException("a whole number that a double cannot hold exactly", start);
        }
        return number;
    }

    private JsonNumber finite(int start) throws JsonSyntaxException {
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value)) {
            throw new JsonSyntaxException("a number beyond the range of a double", start);
        }
        return new JsonNumber(value);
    }

    private void digits() throws JsonSyntaxException {
        int start = at;
        while (peekOrEnd() >= '0' && peekOrEnd() <= '9') {
            at++;
        }
        if (at == start) {
            throw error("expected a value");
        }
    }

    private JsonValue word(String word, JsonValue value) throws JsonSyntaxException {
        if (!text.startsWith(word, at)) {
            throw error("expected " + word);
        }
        at += word.length();
        return value;
    }

    private void skipSpace() {
        while (peekOrEnd() == ' ' || peekOrEnd() == '\n' || peekOrEnd() == '\r' || peekOrEnd() == '\t') {
            at++;
        }
    }

    private void expect(char expected) throws JsonSyntaxException {
        if (peek() != expected) {
            throw error("expected " + expected);
        }
        at++;
    }

    private char peek() throws JsonSyntaxException {
        if (at >= text.length()) {
            throw error("the text ends early");
        }
        return text.charAt(at);
    }

    /** The next character, or NUL at the end; NUL is legal nowhere outside a text. */
    private char peekOrEnd() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private JsonSyntaxException error(String message) {
        return new JsonSyntaxException(message, at);
    }
}
