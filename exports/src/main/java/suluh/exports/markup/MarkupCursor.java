package suluh.exports.markup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.exports.text.ByteSource;

/**
 * Reads one HTML page forward, tag by tag, and knows at which byte each begins and ends.
 *
 * <p>It follows the tokens of WHATWG HTML 13.2.5 and mends no structure: what a page leaves open stays open. Scripts and
 * styles are passed over unread, nothing is fetched, no entity is expanded, no declaration is obeyed. Any bytes give
 * tokens; none give a failure. Reports in XML, which must be well-formed, are read by {@code suluh.exports.xml}. Works on
 * every encoding in which the bytes of {@code <}, {@code >}, {@code &} and the quotation marks mean these characters: UTF-8, windows-125x, GB18030, Big5,
 * Shift_JIS, but not UTF-16. Memory: one tag, or {@link #MAX_TEXT_BYTES}. Not thread-safe.
 */
public final class MarkupCursor implements AutoCloseable {
    /** What stands at the cursor. */
    public enum Token {
        START,
        END,
        TEXT
    }

    /** A longer text comes in pieces; each piece ends between characters. */
    public static final int MAX_TEXT_BYTES = 1 << 20;
    /** A tag's names and values beyond it are cut; pictures written into a page reach some MiB. */
    public static final int MAX_TAG_BYTES = 4 << 20;
    /** Attributes of one tag beyond it are passed over. */
    private static final int MAX_ATTRIBUTES = 256;

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    private static final Set<String> UNREAD = Set.of("script", "style", "iframe", "noembed", "noframes", "xmp");
    private static final Set<String> PLAIN = Set.of("title", "textarea");

    private final ByteSource bytes;
    private final Charset charset;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String name = "";
    private String text = "";
    private long start;
    private long end;
    private boolean endFollows;
    /** Element whose content is not markup, until its end tag. */
    private String plain = "";
    /** Where the end tag behind such content stands, or -1. */
    private long closingStart = -1;

    private long closingEnd;

    private MarkupCursor(InputStream in, Charset charset) {
        this.bytes = new ByteSource(in);
        this.charset = charset;
    }

    /** Cursor before the first token of an HTML page, which it closes. */
    public static MarkupCursor html(InputStream in, Charset charset) {
        return new MarkupCursor(in, charset);
    }

    /** Moves to the next token; null at the end of the file. An element that never has content gives START and END. */
    public @Nullable Token next() throws IOException {
        if (endFollows) {
            endFollows = false;
            return Token.END;
        }
        if (closingStart >= 0) {
            start = closingStart;
            end = closingEnd;
            closingStart = -1;
            return Token.END;
        }
        while (true) {
            start = bytes.position();
            int first = bytes.peek();
            if (first == ByteSource.END) {
                return null;
            }
            if (!plain.isEmpty()) {
                Token token = plainContent();
                return token == null ? next() : token;
            }
            Token token = first == '<' ? markup() : textToken();
            end = bytes.position();
            if (token != null) {
                return token;
            }
        }
    }

    /** Name of the element that opens or closes, in lower case. */
    public String name() {
        return name;
    }

    /** Decoded characters of a text. */
    public String text() {
        return text;
    }

    /** Value of an attribute of the element that opens, decoded, or null. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** Attributes of the element that opens, in order; the first of each name counts. */
    public Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    /** Byte where the current token begins. */
    public long start() {
        return start;
    }

    /** Byte after the current token. */
    public long end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private @Nullable Token markup() throws IOException {
        bytes.take();
        int next = bytes.peek();
        if (next == '/') {
            bytes.take();
            return isLetter(bytes.peek()) ? endTag() : bogus();
        }
        if (next == '!') {
            bytes.take();
            return declaration();
        }
        if (next == '?') {
            return bogus();
        }
        if (isLetter(next)) {
            return startTag();
        }
        buffer.reset();
        buffer.write('<');
        return textFrom();
    }

    private Token textToken() throws IOException {
        buffer.reset();
        return textFrom();
    }

    private Token textFrom() throws IOException {
        int next = bytes.peek();
        while (next != ByteSource.END && next != '<' && !full(next)) {
            buffer.write(bytes.take());
            next = bytes.peek();
        }
        text = decoded(buffer);
        return Token.TEXT;
    }

    /** True when a piece of text is long enough and may end before this byte. */
    private boolean full(int next) {
        int size = buffer.size();
        return size >= MAX_TEXT_BYTES && (next <= ' ' || (size >= MAX_TEXT_BYTES + 1024 && (next & 0xC0) != 0x80));
    }

    private Token endTag() throws IOException {
        name = takenName();
        int next = bytes.take();
        while (next != '>' && next != ByteSource.END) {
            next = bytes.take();
        }
        return Token.END;
    }

    private Token startTag() throws IOException {
        name = takenName();
        attributes.clear();
        readAttributes();
        endFollows = VOID.contains(name);
        plain = UNREAD.contains(name) || PLAIN.contains(name) ? name : "";
        return Token.START;
    }

    private String takenName() throws IOException {
        buffer.reset();
        int next = bytes.peek();
        while (next != ByteSource.END && next > ' ' && next != '>' && next != '/') {
            keep(bytes.take());
            next = bytes.peek();
        }
        return buffer.toString(charset).toLowerCase(Locale.ROOT);
    }

    /** Reads to the {@code >}. */
    private void readAttributes() throws IOException {
        int left = MAX_ATTRIBUTES;
        for (int next = bytes.peek(); next != ByteSource.END; next = bytes.peek()) {
            if (next == '>') {
                bytes.take();
                return;
            }
            if (next <= ' ' || next == '/') {
                bytes.take();
            } else {
                attribute(left-- > 0);
            }
        }
    }

    private void attribute(boolean wanted) throws IOException {
        buffer.reset();
        int next = bytes.take();
        keep(next);
        next = bytes.peek();
        while (next != ByteSource.END && next > ' ' && next != '=' && next != '>' && next != '/') {
            keep(bytes.take());
            next = bytes.peek();
        }
        String key = buffer.toString(charset);
        String value = value();
        if (wanted) {
            attributes.putIfAbsent(key.toLowerCase(Locale.ROOT), value);
        }
    }

    private String value() throws IOException {
        skipSpace();
        if (bytes.peek() != '=') {
            return "";
        }
        bytes.take();
        skipSpace();
        buffer.reset();
        int quote = bytes.peek();
        if (quote == '"' || quote == '\'') {
            bytes.take();
            int next = bytes.take();
            while (next != quote && next != ByteSource.END) {
                keep(next);
                next = bytes.take();
            }
        } else {
            int next = bytes.peek();
            while (next != ByteSource.END && next > ' ' && next != '>') {
                keep(bytes.take());
                next = bytes.peek();
            }
        }
        return decoded(buffer);
    }

    private void skipSpace() throws IOException {
        int next = bytes.peek();
        while (next != ByteSource.END && next <= ' ') {
            bytes.take();
            next = bytes.peek();
        }
    }

    private void keep(int value) {
        if (buffer.size() < MAX_TAG_BYTES) {
            buffer.write(value);
        }
    }

    /** A comment, a document type or a CDATA section, none of which is text. */
    private @Nullable Token declaration() throws IOException {
        return taken("--") ? comment() : bogus();
    }

    private boolean taken(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (bytes.peek() != word.charAt(i)) {
                return false;
            }
            bytes.take();
        }
        return true;
    }

    private @Nullable Token comment() throws IOException {
        int hyphens = 2;
        for (int next = bytes.take(); next != ByteSource.END; next = bytes.take()) {
            if (next == '>' && hyphens >= 2) {
                return null;
            }
            hyphens = next == '-' ? hyphens + 1 : next == '!' && hyphens >= 2 ? hyphens : 0;
        }
        return null;
    }

    private @Nullable Token bogus() throws IOException {
        int next = bytes.take();
        while (next != '>' && next != ByteSource.END) {
            next = bytes.take();
        }
        return null;
    }

    /** Content up to {@code </name}, then its end tag: a text of {@code title} and {@code textarea}, else unread. */
    private @Nullable Token plainContent() throws IOException {
        boolean wanted = PLAIN.contains(plain);
        buffer.reset();
        long tagStart = bytes.position();
        boolean closed = false;
        while (!closed && bytes.peek() != ByteSource.END) {
            tagStart = bytes.position();
            int next = bytes.take();
            closed = next == '<' && closesPlain(wanted);
            if (!closed && next != '<') {
                keepWanted(wanted, next);
            }
        }
        name = plain;
        plain = "";
        end = closed ? tagStart : bytes.position();
        if (closed) {
            bogus();
            closingStart = tagStart;
            closingEnd = bytes.position();
        }
        text = decoded(buffer);
        return wanted && buffer.size() > 0 ? Token.TEXT : null;
    }

    /** Behind a {@code <}: true when the end tag follows; else what was taken is content. */
    private boolean closesPlain(boolean wanted) throws IOException {
        int matched = 0;
        String tag = "/" + plain;
        while (matched < tag.length() && Character.toLowerCase(bytes.peek()) == tag.charAt(matched)) {
            bytes.take();
            matched++;
        }
        int next = bytes.peek();
        if (matched == tag.length() && (next == '>' || next == '/' || next <= ' ')) {
            return true;
        }
        keepWanted(wanted, '<');
        for (int i = 0; i < matched; i++) {
            keepWanted(wanted, tag.charAt(i));
        }
        return false;
    }

    private void keepWanted(boolean wanted, int value) {
        if (wanted) {
            keep(value);
        }
    }

    private String decoded(ByteArrayOutputStream raw) {
        return CharacterReferences.decoded(raw.toString(charset));
    }

    private static boolean isLetter(int value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    }
}
