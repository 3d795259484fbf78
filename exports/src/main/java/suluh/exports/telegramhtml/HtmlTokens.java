package suluh.exports.telegramhtml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import suluh.exports.text.ByteSource;

/**
 * Divides a page into tags and texts and knows at which byte each begins and ends.
 *
 * <p>Takes what Telegram's writer writes: every {@code <} of a text is escaped, attributes stand in quotation marks.
 * Scripts and styles are passed over; nothing is run and nothing fetched. Not thread-safe.
 */
final class HtmlTokens {
    /** Longest tag or text between two tags: messages end at 4,096 characters, names far before. */
    static final int MAX_TOKEN_BYTES = 8 << 20;

    private static final int END = ByteSource.END;

    /** What stands at the reading position. */
    enum Kind {
        OPEN,
        CLOSE,
        TEXT,
        END
    }

    private final ByteSource in;
    private byte[] token = new byte[512];
    private int length;
    private long start;
    private boolean tooLong;
    private boolean cut;
    private String name = "";
    private Map<String, String> attributes = Map.of();
    private String text = "";

    HtmlTokens(InputStream in) {
        this.in = new ByteSource(in);
    }

    /** Moves to the next tag or text; comments, declarations, scripts and styles are passed over. */
    Kind next() throws IOException {
        while (true) {
            start = in.position();
            length = 0;
            int first = in.peek();
            if (first == END) {
                return Kind.END;
            }
            if (first != '<') {
                collectText();
                text = Entities.decode(new String(token, 0, length, StandardCharsets.UTF_8));
                return Kind.TEXT;
            }
            collectTag();
            if (length < 2 || token[1] == '!' || token[1] == '?') {
                continue;
            }
            boolean close = token[1] == '/';
            parseTag(new String(token, 0, length, StandardCharsets.UTF_8), close ? 2 : 1);
            if (!close && (name.equals("script") || name.equals("style"))) {
                passTo("</" + name);
                continue;
            }
            return close ? Kind.CLOSE : Kind.OPEN;
        }
    }

    /** Name of the tag in lower case. */
    String name() {
        return name;
    }

    /** Attributes of the opening tag in order, entities decoded. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** Characters of the text, entities decoded. */
    String text() {
        return text;
    }

    /** Byte where the token begins. */
    long start() {
        return start;
    }

    /** Byte behind the token. */
    long end() {
        return in.position();
    }

    /** True when a token was longer than the limit; what was beyond was left out. */
    boolean isTooLong() {
        return tooLong;
    }

    /** True when the file ended inside a tag. */
    boolean isCut() {
        return cut;
    }

    private void collectText() throws IOException {
        for (int next = in.peek(); next != END && next != '<'; next = in.peek()) {
            keep(next);
        }
    }

    private void collectTag() throws IOException {
        keep(in.peek());
        boolean comment = false;
        int quote = 0;
        while (true) {
            int next = in.peek();
            if (next == END) {
                cut = true;
                return;
            }
            keep(next);
            if (length == 4 && token[1] == '!' && token[2] == '-' && token[3] == '-') {
                comment = true;
            }
            if (comment) {
                if (next == '>' && length >= 7 && token[length - 2] == '-' && token[length - 3] == '-') {
                    return;
                }
            } else if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '"' || next == '\'') {
                quote = next;
            } else if (next == '>') {
                return;
            }
        }
    }

    private void keep(int value) throws IOException {
        in.take();
        if (length >= MAX_TOKEN_BYTES) {
            tooLong = true;
            return;
        }
        if (length == token.length) {
            token = Arrays.copyOf(token, token.length * 2);
        }
        token[length++] = (byte) value;
    }

    private void parseTag(String tag, int from) {
        int at = from;
        while (at < tag.length() && isNameCharacter(tag.charAt(at))) {
            at++;
        }
        name = tag.substring(from, at).toLowerCase(Locale.ROOT);
        Map<String, String> found = new LinkedHashMap<>();
        while (at < tag.length()) {
            while (at < tag.length() && !isNameCharacter(tag.charAt(at))) {
                at++;
            }
            int nameStart = at;
            while (at < tag.length() && isNameCharacter(tag.charAt(at))) {
                at++;
            }
            String key = tag.substring(nameStart, at).toLowerCase(Locale.ROOT);
            if (at + 1 < tag.length()
                    && tag.charAt(at) == '='
                    && (tag.charAt(at + 1) == '"' || tag.charAt(at + 1) == '\'')) {
                int close = tag.indexOf(tag.charAt(at + 1), at + 2);
                int end = close < 0 ? tag.length() : close;
                found.putIfAbsent(key, Entities.decode(tag.substring(at + 2, end)));
                at = end + 1;
            } else if (!key.isEmpty()) {
                found.putIfAbsent(key, "");
            }
        }
        attributes = found;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == ':';
    }

    /** Passes over raw text up to the closing tag, whose {@code >} the next text begins with. */
    private void passTo(String closing) throws IOException {
        int matched = 0;
        for (int next = in.peek(); next != END && matched < closing.length(); next = in.peek()) {
            in.take();
            char lower = Character.toLowerCase((char) next);
            matched = lower == closing.charAt(matched) ? matched + 1 : lower == '<' ? 1 : 0;
        }
        for (int next = in.peek(); next != END; next = in.peek()) {
            in.take();
            if (next == '>') {
                return;
            }
        }
    }
}
