package suluh.exports.xml;

import java.util.Map;

/** Decodes references: the five that XML itself defines and characters by number; nothing else is an entity here. */
final class XmlText {
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");
    /** Longest reference: the highest code point in decimal digits. */
    private static final int MAX_CHARS = 9;

    private XmlText() {}

    /** The characters that a run of text or an attribute's value stands for; line ends become LF (section 2.11). */
    static String decode(String raw, XmlBytes bytes) throws XmlFault {
        String text = raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
        int amp = text.indexOf('&');
        if (amp < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (amp >= 0) {
            int end = text.indexOf(';', amp);
            if (end < 0 || end - amp - 1 > MAX_CHARS) {
                throw bytes.fault(XmlFault.Kind.INVALID, "a reference without its end before the place");
            }
            out.append(text, done, amp).append(character(text.substring(amp + 1, end), bytes));
            done = end + 1;
            amp = text.indexOf('&', done);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static String character(String name, XmlBytes bytes) throws XmlFault {
        String named = NAMED.get(name);
        if (named != null) {
            return named;
        }
        if (!name.startsWith("#")) {
            throw bytes.fault(XmlFault.Kind.INVALID, "an entity that XML does not define before the place");
        }
        boolean hex = name.startsWith("#x");
        try {
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            if (isCharacter(point)) {
                return Character.toString(point);
            }
        } catch (NumberFormatException e) {
            throw bytes.fault(XmlFault.Kind.INVALID, "a reference that is no number before the place");
        }
        throw bytes.fault(XmlFault.Kind.INVALID, "a reference to a character that XML does not have before the place");
    }

    /** XML 1.0, section 2.2. */
    private static boolean isCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || (point >= 0x10000 && point <= Character.MAX_CODE_POINT);
    }
}
