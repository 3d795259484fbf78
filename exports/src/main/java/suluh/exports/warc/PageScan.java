package suluh.exports.warc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes title, visible text, links and signs of a sign-in form out of an HTML page of any writer, in one pass.
 *
 * <p>Scripts and styles are passed over; nothing is run and nothing fetched. It builds no tree, so that no nesting can
 * exhaust it: what is hidden by a style sheet counts as visible.
 */
final class PageScan {
    /** Links of one page; the largest index pages have some ten thousand. */
    static final int MAX_LINKS = 20_000;
    /** Characters of visible text kept. */
    static final int MAX_TEXT_CHARS = 1 << 20;

    private static final int MAX_ATTRIBUTES = 100;
    private static final Set<String> RAW = Set.of("script", "style", "noscript", "template", "svg");
    private static final Set<String> LINES = Set.of(
            "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "article",
            "header", "footer", "form", "td", "th", "option", "button", "label");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private final List<PageLink> links = new ArrayList<>();
    private int at;
    private boolean inTitle;
    private boolean passwordField;
    private boolean cut;
    private @Nullable String linkAddress;
    private int linkText;

    private PageScan(String html) {
        this.html = html;
    }

    /**
     * A link.
     *
     * @param address as written
     * @param words its words, perhaps empty
     */
    record PageLink(String address, String words) {}

    static PageScan of(String html) {
        PageScan scan = new PageScan(html);
        scan.run();
        return scan;
    }

    /** Title, or null when the page has none. */
    @Nullable
    String title() {
        String found = title.toString().strip();
        return found.isEmpty() ? null : found;
    }

    /** Visible text, a line for each block. */
    String text() {
        return text.toString().strip();
    }

    List<PageLink> links() {
        return List.copyOf(links);
    }

    /** True when the page asks for a password. */
    boolean hasPasswordField() {
        return passwordField;
    }

    /** True when links or text beyond a limit were left out. */
    boolean isCut() {
        return cut;
    }

    private void run() {
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                words(html.substring(at));
                break;
            }
            words(html.substring(at, open));
            at = open;
            tag();
        }
        closeLink();
    }

    private void words(String raw) {
        if (raw.isEmpty()) {
            return;
        }
        String decoded = HtmlReferences.decode(raw);
        if (inTitle) {
            title.append(decoded);
            return;
        }
        if (text.length() + decoded.length() > MAX_TEXT_CHARS) {
            cut = true;
            return;
        }
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            boolean afterSpace = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
            if (!space) {
                text.append(c);
            } else if (!afterSpace) {
                text.append(' ');
            }
        }
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            at = end < 0 ? html.length() : end + 3;
            return;
        }
        boolean close = html.startsWith("</", at);
        int start = at + (close ? 2 : 1);
        int end = start;
        while (end < html.length() && isName(html.charAt(end))) {
            end++;
        }
        if (end == start) {
            passDeclaration(start);
            return;
        }
        String name = html.substring(start, end).toLowerCase(Locale.ROOT);
        at = end;
        Map<String, String> attributes = attributes();
        if (close) {
            close(name);
        } else {
            open(name, attributes);
        }
    }

    /** A declaration ends at its bracket; a lone {@code <} is a character. */
    private void passDeclaration(int start) {
        boolean declaration = start < html.length() && (html.charAt(start) == '!' || html.charAt(start) == '?');
        if (declaration) {
            int end = html.indexOf('>', start);
            at = end < 0 ? html.length() : end + 1;
        } else {
            words("<");
            at = Math.max(at + 1, start);
        }
    }

    private void open(String name, Map<String, String> attributes) {
        if (RAW.contains(name)) {
            int end = indexOfIgnoringCase("</" + name, at);
            at = end < 0 ? html.length() : end;
            return;
        }
        if (LINES.contains(name) && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        switch (name) {
            case "title" -> inTitle = title.isEmpty();
            case "input" -> passwordField |= "password".equalsIgnoreCase(attributes.getOrDefault("type", ""));
            case "a", "area" -> {
                closeLink();
                linkAddress = attributes.get("href");
                linkText = text.length();
            }
            default -> {}
        }
    }

    private void close(String name) {
        if (name.equals("title")) {
            inTitle = false;
        } else if (name.equals("a")) {
            closeLink();
        } else if (LINES.contains(name) && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void closeLink() {
        String address = linkAddress;
        linkAddress = null;
        if (address == null || address.isEmpty() || address.startsWith("#")) {
            return;
        }
        if (links.size() == MAX_LINKS) {
            cut = true;
            return;
        }
        links.add(new PageLink(
                address, text.substring(Math.min(linkText, text.length())).strip()));
    }

    /** Attributes up to the tag's bracket, behind which the reading position then stands. */
    private Map<String, String> attributes() {
        Map<String, String> found = new LinkedHashMap<>();
        while (at < html.length() && html.charAt(at) != '>') {
            char c = html.charAt(at);
            if (!isName(c)) {
                at++;
                continue;
            }
            int start = at;
            while (at < html.length() && isName(html.charAt(at))) {
                at++;
            }
            String name = html.substring(start, at).toLowerCase(Locale.ROOT);
            passSpace();
            String value = "";
            if (at < html.length() && html.charAt(at) == '=') {
                at++;
                passSpace();
                value = value();
            }
            if (found.size() < MAX_ATTRIBUTES) {
                found.putIfAbsent(name, HtmlReferences.decode(value).strip());
            }
        }
        at = Math.min(at + 1, html.length());
        return found;
    }

    private String value() {
        if (at >= html.length()) {
            return "";
        }
        char quote = html.charAt(at);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, at + 1);
            String value = html.substring(at + 1, end < 0 ? html.length() : end);
            at = end < 0 ? html.length() : end + 1;
            return value;
        }
        int start = at;
        while (at < html.length() && html.charAt(at) != '>' && !Character.isWhitespace(html.charAt(at))) {
            at++;
        }
        return html.substring(start, at);
    }

    private void passSpace() {
        while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
            at++;
        }
    }

    private int indexOfIgnoringCase(String needle, int from) {
        for (int i = from; i + needle.length() <= html.length(); i++) {
            if (html.regionMatches(true, i, needle, 0, needle.length())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == ':';
    }
}
