package suluh.exports.whatsapp;

/** Text as a reader sees it: without the marks that show nothing, and with one kind of space. */
final class VisibleText {
    private VisibleText() {}

    /** True for marks that show nothing: direction marks and byte order marks. */
    static boolean isInvisible(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\uFEFF';
    }

    /** The text without {@linkplain #isInvisible invisible} marks, and with every space a plain one. */
    static String of(String text) {
        StringBuilder out = null;
        for (int i = asciiLength(text); i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c != ' ' && Character.isSpaceChar(c);
            if (out == null && (isInvisible(c) || space)) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null && !isInvisible(c)) {
                out.append(space ? ' ' : c);
            }
        }
        return out == null ? text : out.toString();
    }

    /** Characters before the first that is not ASCII; all of ASCII stays as it is. */
    private static int asciiLength(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > 0x7F) {
                return i;
            }
        }
        return length;
    }
}
