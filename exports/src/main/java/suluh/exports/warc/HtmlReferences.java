package suluh.exports.warc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes the character references that pages use most (HTML, 13.5), and all by number; any other stays as it is. */
final class HtmlReferences {
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("copy", "\u00A9"),
            Map.entry("middot", "\u00B7"),
            Map.entry("laquo", "\u00AB"),
            Map.entry("raquo", "\u00BB"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201C"),
            Map.entry("rdquo", "\u201D"),
            Map.entry("bull", "\u2022"),
            Map.entry("hellip", "\u2026"));
    /** Longest reference: the highest code point in hexadecimal digits. */
    private static final int MAX_CHARS = 10;

    private HtmlReferences() {}

    static String decode(String text) {
        int amp = text.indexOf('&');
        if (amp < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (amp >= 0) {
            int end = text.indexOf(';', amp);
            String character = end < 0 || end - amp > MAX_CHARS ? null : character(text.substring(amp + 1, end));
            if (character != null) {
                out.append(text, done, amp).append(character);
                done = end + 1;
            }
            amp = end < 0 ? -1 : text.indexOf('&', amp + 1);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static @Nullable String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            return Character.isValidCodePoint(point) && point != 0 && !surrogate ? Character.toString(point) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
