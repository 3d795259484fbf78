package suluh.core.disclosure;

import java.util.List;
import java.util.Locale;
import suluh.core.kernel.HostileText;

/** Writes HTML in which whatever comes out of evidence is text and nothing else. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup of our own, written as it stands; never pass anything that was read from a file. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text of any origin, isolated so that its direction ends with it. */
    Html hostile(String text) {
        out.append("<bdi>").append(HostileText.markup(text)).append("</bdi>");
        return this;
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
