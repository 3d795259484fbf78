package suluh.core.disclosure.report;

import java.util.List;
import java.util.Locale;
import suluh.core.kernel.Sha256Digest;

/** Writes a report as XHTML that is HTML too, in which whatever comes out of evidence is text and nothing else. */
final class Page {
    private final String language;
    private final DrawnText text;
    private final StringBuilder out = new StringBuilder(1 << 16);

    Page(String language, Drawing drawing) {
        this.language = language;
        this.text = new DrawnText(drawing);
    }

    DrawnText drawn() {
        return text;
    }

    /** The phrase in the language of the page. */
    String say(Words phrase, Object... places) {
        return phrase.in(language, places);
    }

    /** Markup of our own; never pass anything that was read from a file. */
    Page raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A picture of our own, in which the brackets of placeholders are drawn by those that a font has. */
    Page picture(String svg) {
        return raw(text.bracketed(svg));
    }

    /** Text of any origin. */
    Page text(String any) {
        out.append(text.markup(any));
        return this;
    }

    Page element(String name, String any) {
        return element(name, "", any);
    }

    /** An element with a class, or none. */
    Page element(String name, String style, String any) {
        out.append('<').append(name);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>');
        text(any);
        out.append("</").append(name).append('>');
        return this;
    }

    Page heading(int level, String id, String title) {
        out.append("<h").append(level);
        if (!id.isEmpty()) {
            out.append(" id=\"").append(id).append('"');
        }
        out.append('>');
        text(title);
        out.append("</h").append(level).append(">\n");
        return this;
    }

    /** A heading that stays with the paragraph after it. */
    Page section(String id, String title, String intro) {
        raw("<div class=\"keep\">").heading(2, id, title).paragraph(intro);
        return raw("</div>\n");
    }

    Page paragraph(String any) {
        return element("p", any).raw("\n");
    }

    /** A row of a table at the head: a term and its text. */
    Page line(Words term, String any) {
        return raw("<tr><th scope=\"row\">")
                .text(say(term))
                .raw("</th>")
                .element("td", any)
                .raw("</tr>\n");
    }

    /** Opens a table with a caption and column heads; close it with {@link #endTable}. */
    Page table(String caption, List<? extends Words> heads, String style) {
        out.append("<table class=\"").append(style).append("\"><caption>");
        text(caption);
        out.append("</caption><thead><tr>");
        heads.forEach(head -> raw("<th scope=\"col\">").text(say(head)).raw("</th>"));
        out.append("</tr></thead><tbody>\n");
        return this;
    }

    Page row(Object... cells) {
        out.append("<tr>");
        for (Object cell : cells) {
            boolean isFigure = cell instanceof Number;
            element("td", isFigure ? "figure" : "", isFigure ? grouped(((Number) cell).longValue()) : cell.toString());
        }
        out.append("</tr>\n");
        return this;
    }

    Page endTable() {
        return raw("</tbody></table>\n");
    }

    /** Opens the document. */
    Page begin(String title, String caseNumber, Sha256Digest described) {
        String footer = say(Phrase.PAGE_DIGEST, caseNumber, described.hex());
        raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\" xml:lang=\""
                + language + "\"><head><meta charset=\"utf-8\"/><title>");
        raw(text.attribute(title)).raw("</title><meta name=\"keywords\" content=\"" + described.hex() + "\"/>");
        raw("<meta name=\"description\" content=\"").raw(text.attribute(title)).raw("\"/>");
        return raw("<style>").raw(CourtStyle.css(footer)).raw("</style></head><body>\n");
    }

    /** Closes the document and gives it. */
    String end() {
        return raw("</body></html>\n").toString();
    }

    static String grouped(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
