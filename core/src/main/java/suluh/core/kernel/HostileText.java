package suluh.core.kernel;

/**
 * Shows text out of evidence without letting it act: no markup, no control of direction, nothing invisible.
 *
 * <p>Unicode TR 36 (3.2, 3.9) describes the attacks. Kept as they are: line feeds and tabs, the joiners U+200C and
 * U+200D that Persian, Tamil and emoji need, and variation selectors.
 */
public final class HostileText {
    private HostileText() {}

    /**
     * The text for use inside an XML or HTML element or a double-quoted attribute.
     *
     * <p>Control, direction and other format characters and lone surrogates appear as {@code ⟨U+202E⟩}.
     */
    public static String markup(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> append(out, codePoint));
        return out.toString();
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> {
                if (acts(codePoint)) {
                    out.append("⟨U+").append(String.format("%04X", codePoint)).append('⟩');
                } else {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }

    private static boolean acts(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\t';
            case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> codePoint == 0xFFFE || codePoint == 0xFFFF;
        };
    }
}
