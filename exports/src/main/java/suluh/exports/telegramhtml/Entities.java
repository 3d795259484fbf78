package suluh.exports.telegramhtml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes the character references that Telegram's writer uses; any other stays as it is. */
final class Entities {
    private static final Map<String, String> NAMED = Map.of(
            "lt", "<",
            "gt", ">",
            "amp", "&",
            "quot", "\"",
            "apos", "'",
            "nbsp", "\u00A0",
            "laquo", "\u00AB",
            "raquo", "\u00BB",
            "mdash", "\u2014",
            "hellip", "\u2026");
    /** Longest reference: the highest code point in hexadecimal digits. */
    private static final int MAX_CHARS = 10;

    private Entities() {}

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
            amp = text.indexOf('&', amp + 1);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static @Nullable String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(point) && point != 0 ? Character.toString(point) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
