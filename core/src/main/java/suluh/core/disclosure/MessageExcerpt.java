package suluh.core.disclosure;

/** Cuts long messages around a passage, on code point boundaries, and shows that something was cut. */
final class MessageExcerpt {
    /** Enough context to see the sense of a passage; the whole message stands in findings.json. */
    private static final int MAX_CONTEXT_CHARS = 160;

    private static final String CUT = "…";

    private MessageExcerpt() {}

    static String before(String text, int end) {
        int start = Math.max(0, end - MAX_CONTEXT_CHARS);
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start++;
        }
        return (start > 0 ? CUT : "") + text.substring(start, end);
    }

    static String after(String text, int start) {
        int end = Math.min(text.length(), start + MAX_CONTEXT_CHARS);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(start, end) + (end < text.length() ? CUT : "");
    }
}
