package suluh.exports.whatsapp;

/** Tells by their heads whether a text is a chat. */
public final class WhatsappHeaders {
    private WhatsappHeaders() {}

    /** True when a text begins with the head of a message. */
    public static boolean opens(String text) {
        String line = firstLine(text);
        Header header = new HeadScan().parse(line);
        return header != null && !isOtherLog(header, line);
    }

    /** True when some line of a text begins with the head of a message, or of the log of another program. */
    public static boolean holdsHead(String text) {
        HeadScan scan = new HeadScan();
        return text.lines().anyMatch(line -> scan.parse(line) != null);
    }

    /** An ISO date in brackets: Signal's without seconds, a program's log without a comma. */
    private static boolean isOtherLog(Header header, String line) {
        Header.Form form = header.form();
        boolean iso = form.bracketed() && !form.timeFirst() && form.yearFirst() && form.separator() == '-';
        return iso
                && (!form.seconds() || line.substring(0, line.indexOf(']') + 1).indexOf(',') < 0);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
