package suluh.core.casework.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.StartEvent;
import suluh.core.casework.targets.Target;
import suluh.core.kernel.HostileText;
import suluh.core.kernel.Sha256Digest;

/** A letter as one XHTML document with its own style, from which the PDF is made; nothing in it is fetched. */
public final class LetterPage {
    static final String STYLE = """
        @page { size: A4; margin: 18mm 20mm; @bottom-right { font-family: Letter; content: counter(page) "/" counter(pages); font-size: 8pt; } }
        * { font-family: Letter; }
        body { font-size: 10.5pt; line-height: 1.35; }
        h1 { font-size: 15pt; margin: 2mm 0 4mm 0; } h2 { font-size: 11pt; margin: 4mm 0 1mm 0; page-break-after: avoid; }
        ul { margin: 1mm 0 2mm 0; } tr, .close { page-break-inside: avoid; }
        p { margin: 1mm 0 2mm 0; } table { width: 100%; border-collapse: collapse; }
        td, th { border: 0.3pt solid #666; padding: 1.2mm 2mm; text-align: left; vertical-align: top; font-size: 9.5pt; }
        .head td { border: none; padding: 0.3mm 2mm 0.3mm 0; font-size: 10.5pt; } .label { width: 42mm; color: #444; }
        .mark { text-align: center; font-size: 12pt; letter-spacing: 2pt; border: 1pt solid #000; padding: 1mm; }
        .must { border-left: 2pt solid #000; padding-left: 3mm; } .small { font-size: 8pt; color: #444; }
        """;

    private final Letter letter;
    private final StringBuilder out = new StringBuilder();

    private LetterPage(Letter letter) {
        this.letter = letter;
    }

    /**
     * The letter.
     *
     * @param twinName name of its machine-readable twin
     * @param twin digest of that file
     */
    public static String render(Letter letter, String twinName, Sha256Digest twin) {
        return new LetterPage(letter).page(twinName, twin);
    }

    private String page(String twinName, Sha256Digest twin) {
        String title = say(LetterPhrase.valueOf("TITLE_" + letter.kind().name()));
        out.append("<!DOCTYPE html>\n<html lang=\"").append(letter.language()).append("\"><head><title>");
        out.append(safe(title)).append("</title>");
        out.append("<meta name=\"description\" content=\"")
                .append(safe(title + " " + letter.reference()))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body>");
        String mark = say(LetterPhrase.valueOf("MARK_" + letter.sensitivity().name()));
        if (!mark.isEmpty()) {
            out.append("<div class=\"mark\">").append(safe(mark)).append("</div>");
        }
        out.append("<h1>").append(safe(title)).append("</h1>");
        head();
        paragraph("", say(LetterPhrase.valueOf("OPENING_" + letter.kind().name())));
        if (letter.mustNotTell()) {
            paragraph("must", say(LetterPhrase.MUST_NOT_TELL));
        }
        items();
        targets();
        records();
        term();
        if (letter.kind() == RequestKind.TAKE_DOWN) {
            paragraph(
                    "",
                    letter.unpreserved().isEmpty()
                            ? say(LetterPhrase.PRESERVED_YES)
                            : say(LetterPhrase.PRESERVED_NO, letter.unpreserved()));
        }
        out.append("<div class=\"close\">"); // a signature never stands alone on a page
        paragraph("", say(LetterPhrase.ACKNOWLEDGE));
        out.append("<p><br/><br/>______________________________<br/>")
                .append(safe(say(LetterPhrase.SIGNED)))
                .append(", ")
                .append(safe(letter.agency()))
                .append("</p>");
        paragraph("small", say(LetterPhrase.TWIN, twinName, twin.hex()));
        if (!letter.authority().source().verified()) {
            paragraph("small", say(LetterPhrase.UNVERIFIED));
        }
        return out.append("</div></body></html>").toString();
    }

    private void head() {
        out.append("<table class=\"head\">");
        row(LetterPhrase.FROM, letter.agency());
        row(LetterPhrase.TO, letter.provider().name());
        row(LetterPhrase.OUR_REFERENCE, letter.reference());
        row(LetterPhrase.DATE, letter.date().toString());
        row(
                LetterPhrase.LEGAL_BASIS,
                letter.authority().title().in(letter.language()) + " ("
                        + letter.authority().source().citation() + ")");
        out.append("</table>");
    }

    private void items() {
        SixItems items = letter.items();
        if (items != null) {
            items.byLetter().forEach((itemLetter, text) -> {
                heading(say(LetterPhrase.valueOf("ITEM_" + itemLetter.toUpperCase(java.util.Locale.ROOT))));
                paragraph("", text);
            });
        }
    }

    private void targets() {
        heading(say(LetterPhrase.ACCOUNTS));
        out.append("<table><tr><th>")
                .append(safe(say(LetterPhrase.KIND)))
                .append("</th><th>")
                .append(safe(say(LetterPhrase.PLATFORM)))
                .append("</th><th>")
                .append(safe(say(LetterPhrase.NAMED_AS)))
                .append("</th></tr>");
        for (Target target : letter.asked().targets()) {
            out.append("<tr><td>")
                    .append(safe(
                            say(LetterPhrase.valueOf("KIND_" + target.kind().name()))))
                    .append("</td><td>")
                    .append(safe(target.platform().isEmpty() ? "–" : target.platform()))
                    .append("</td><td>")
                    .append(safe(target.normalised()))
                    .append("</td></tr>");
        }
        out.append("</table>");
    }

    private void records() {
        if (letter.asked().types().isEmpty()) {
            return;
        }
        heading(say(LetterPhrase.RECORDS));
        out.append("<ul>");
        for (RecordType type : letter.asked().types()) {
            out.append("<li>")
                    .append(safe(say(LetterPhrase.valueOf("TYPE_" + type.name()))))
                    .append("</li>");
        }
        out.append("</ul>");
        paragraph(
                "",
                say(LetterPhrase.PERIOD) + ": " + day(letter.asked().from(), LetterPhrase.FROM_START) + " "
                        + say(LetterPhrase.UNTIL) + " " + day(letter.asked().until(), LetterPhrase.TO_END));
    }

    private void term() {
        RequestClock clock = letter.clock();
        if (clock != null) {
            String starts = say(
                    clock.starts() == StartEvent.ACKNOWLEDGED
                            ? LetterPhrase.STARTS_ACKNOWLEDGED
                            : LetterPhrase.STARTS_SENT);
            paragraph("", say(LetterPhrase.TERM, String.valueOf(clock.period().toDays()), starts));
        }
    }

    private String day(@Nullable LocalDate day, LetterPhrase open) {
        return day == null ? say(open) : day.toString();
    }

    private void row(LetterPhrase label, String value) {
        out.append("<tr><td class=\"label\">")
                .append(safe(say(label)))
                .append("</td><td>")
                .append(safe(value))
                .append("</td></tr>");
    }

    private void heading(String text) {
        out.append("<h2>").append(safe(text)).append("</h2>");
    }

    private void paragraph(String style, String text) {
        out.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(safe(text).replace("\n", "<br/>"))
                .append("</p>");
    }

    private String say(LetterPhrase phrase, String... places) {
        return phrase.in(letter.language(), places);
    }

    private static String safe(String text) {
        return HostileText.markup(text);
    }
}
