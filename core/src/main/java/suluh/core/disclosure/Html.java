package suluh.core.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import suluh.core.kernel.HostileText;

/** Writes HTML in which whatever comes out of evidence is text and nothing else. */
final class Html {
    private static final String CUT = "…";
    private static final int ONE_BYTE_BELOW = 0x80;
    private static final int TWO_BYTES_BELOW = 0x800;

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final int maxHostileChars;
    private int roomBytes;
    /** Characters whose bytes are counted in {@link #countedBytes}. */
    private int countedChars;

    private int countedBytes;

    Html() {
        this(Integer.MAX_VALUE);
    }

    /** Writes no more than so many characters of any text of other people's, and an ellipsis where it cuts. */
    Html(int maxHostileChars) {
        this.maxHostileChars = maxHostileChars;
    }

    /** Markup of our own, written as it stands; never pass anything that was read from a file. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text of any origin, isolated so that its direction ends with it. */
    Html hostile(String text) {
        return whole(cut(text));
    }

    /** The same, never cut: for what means nothing in part. */
    Html whole(String text) {
        out.append("<bdi>").append(HostileText.markup(text)).append("</bdi>");
        return this;
    }

    private String cut(String text) {
        if (text.length() <= maxHostileChars) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(maxHostileChars - 1)) ? maxHostileChars - 1 : maxHostileChars;
        return text.substring(0, end) + CUT;
    }

    /** Text of ours. */
    Html text(String text) {
        out.append(HostileText.markup(text));
        return this;
    }

    Html element(String name, String text) {
        out.append('<').append(name).append('>');
        text(text);
        out.append("</").append(name).append('>');
        return this;
    }

    Html heading(int level, String id, String title) {
        out.append("<h").append(level).append(" id=\"").append(id).append("\">");
        text(title);
        out.append("</h").append(level).append(">\n");
        return this;
    }

    Html paragraph(String text) {
        return element("p", text).raw("\n");
    }

    /** Opens a table with a caption and column heads; close it with {@link #endTable}. */
    Html table(String caption, List<String> heads) {
        out.append("<div class=\"wide\"><table><caption>");
        text(caption);
        out.append("</caption><thead><tr>");
        heads.forEach(head -> raw("<th scope=\"col\">").text(head).raw("</th>"));
        out.append("</tr></thead><tbody>\n");
        return this;
    }

    Html endTable() {
        return raw("</tbody></table></div>\n");
    }

    Html row() {
        return raw("<tr>");
    }

    Html endRow() {
        return raw("</tr>\n");
    }

    Html cell(String text) {
        return raw("<td>").text(text).raw("</td>");
    }

    Html cell(long figure) {
        return raw("<td class=\"figure\">").text(grouped(figure)).raw("</td>");
    }

    Html hostileCell(String text) {
        return raw("<td>").hostile(text).raw("</td>");
    }

    /** Lets what follows take so many bytes, and besides what was left over of all that was allowed before. */
    Html allow(int bytes) {
        roomBytes += bytes;
        return this;
    }

    /**
     * Writes values one after the other, as many as the limit and the room let in. One that does not fit is left out
     * whole, so that a giant hides nothing but itself.
     *
     * @param max values tried at most
     * @return how many were written
     */
    <T> int upTo(int max, List<T> values, Consumer<? super T> write) {
        int written = 0;
        for (T value : values.subList(0, Math.min(max, values.size()))) {
            int bytes = bytes();
            int chars = out.length();
            write.accept(value);
            if (bytes() <= roomBytes) {
                written++;
            } else {
                out.setLength(chars);
                countedChars = chars;
                countedBytes = bytes;
            }
        }
        return written;
    }

    /** Bytes written so far, in UTF-8. */
    int bytes() {
        for (; countedChars < out.length(); countedChars++) {
            char one = out.charAt(countedChars);
            // The halves of a pair are four bytes together.
            boolean isTwo = one < TWO_BYTES_BELOW || Character.isSurrogate(one);
            countedBytes += one < ONE_BYTE_BELOW ? 1 : isTwo ? 2 : 3;
        }
        return countedBytes;
    }

    /** Characters written so far. */
    int size() {
        return out.length();
    }

    static String grouped(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }

    static String decimal(double figure) {
        return figure == Math.rint(figure) && Math.abs(figure) < 1e15
                ? grouped((long) figure)
                : String.format(Locale.ROOT, "%.3f", figure);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
