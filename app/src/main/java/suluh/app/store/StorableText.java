package suluh.app.store;

/**
 * Text that PostgreSQL can hold: without NUL characters and lone surrogates, which are legal in evidence.
 *
 * <p>Each is stored as U+FFFD, one code point for one, so that spans stay true; the sealed bytes remain the truth, and
 * each row points to them.
 */
final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !isPairAt(text, i))) {
                return replaced(text);
            }
            if (Character.isSurrogate(c)) {
                i++;
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                out.append(REPLACEMENT);
            } else if (!Character.isSurrogate(c)) {
                out.append(c);
            } else if (isPairAt(text, i)) {
                out.append(c).append(text.charAt(i + 1));
                i++;
            } else {
                out.append(REPLACEMENT);
            }
        }
        return out.toString();
    }

    private static boolean isPairAt(String text, int high) {
        return Character.isHighSurrogate(text.charAt(high))
                && high + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(high + 1));
    }
}
