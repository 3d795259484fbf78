package suluh.core.disclosure.report;

import java.util.List;
import java.util.Map;
import suluh.core.casework.PersonInCharge;
import suluh.core.disclosure.ReportHeading;
import suluh.core.disclosure.schedule.Exhibit;
import suluh.core.kernel.Sha256Digest;

/**
 * Drafts of certificates for the persons in charge, custody statements and the statement on time-stamps, in one language.
 *
 * <p>Source: Evidence Act 1950 (Malaysia), s. 90A(1) to (3) and (6), in our own words. Filled, never signed: each draft says
 * so, says what it proves and what it does not.
 */
public final class CertificatePage {
    /** Beyond, custody stands in schedules.json alone. */
    private static final int MAX_STATEMENTS = 60;

    private final Page page;
    private final Contents contents;

    /**
     * What the document speaks of.
     *
     * @param agencies full name of each agency of the case, by id
     * @param inCharge persons in charge on the day
     * @param described digest of the payload described
     */
    public record Contents(
            ReportHeading heading,
            Map<String, String> agencies,
            List<PersonInCharge> inCharge,
            List<Exhibit> exhibits,
            Sha256Digest described) {
        public Contents {
            agencies = Map.copyOf(agencies);
            inCharge = List.copyOf(inCharge);
            exhibits = List.copyOf(exhibits);
        }
    }

    private CertificatePage(Contents contents, String language, Drawing drawing) {
        this.contents = contents;
        this.page = new Page(language, drawing);
    }

    /**
     * The document as XHTML.
     *
     * @param drawing what the fonts can draw
     */
    public static String render(Contents contents, String language, Drawing drawing) {
        return new CertificatePage(contents, language, drawing).document();
    }

    private String document() {
        String title = page.say(CertificatePhrase.TITLE, contents.heading().caseNumber());
        page.begin(title, contents.heading().caseNumber(), contents.described());
        page.heading(1, "", title).element("p", "caution", page.say(CertificatePhrase.DRAFTS));
        if (contents.inCharge().isEmpty()) {
            certificate(1, "______________", "______________", "______________", "______________", null);
        }
        int number = 0;
        for (PersonInCharge person : contents.inCharge()) {
            number++;
            certificate(
                    number,
                    person.name(),
                    person.position() + ", " + contents.agencies().getOrDefault(person.agency(), person.agency()),
                    person.computer(),
                    person.use(),
                    person.basis());
        }
        custody();
        page.heading(2, "", page.say(CertificatePhrase.STAMPS)).paragraph(page.say(CertificatePhrase.STAMPS_TEXT));
        proofs(CertificatePhrase.STAMP_PROVES, CertificatePhrase.STAMP_NOT);
        String undrawn = page.drawn().undrawnInWords();
        page.paragraph(undrawn.isEmpty() ? page.say(Phrase.ALL_DRAWN) : page.say(Phrase.UNDRAWN, undrawn));
        return page.end();
    }

    private void certificate(
            int number,
            String name,
            String office,
            String computer,
            String use,
            PersonInCharge.@org.jspecify.annotations.Nullable Basis basis) {
        page.raw("<div class=\"certificate\">")
                .heading(2, "", page.say(CertificatePhrase.CERTIFICATE, number))
                .element("p", "mark", page.say(CertificatePhrase.NOT_SIGNED))
                .paragraph(page.say(CertificatePhrase.I_CERTIFY, name, office))
                .raw("<ol>")
                .element(
                        "li",
                        basis == PersonInCharge.Basis.ACTIVITIES
                                ? page.say(CertificatePhrase.IN_CHARGE_ACTIVITIES, computer, use)
                                : page.say(CertificatePhrase.IN_CHARGE_OPERATION, computer, use))
                .element("li", page.say(CertificatePhrase.ORDINARY_USE))
                .element(
                        "li",
                        page.say(
                                CertificatePhrase.DOCUMENTS,
                                contents.heading().caseNumber(),
                                contents.described().hex()))
                .element("li", page.say(CertificatePhrase.BELIEF))
                .raw("</ol>");
        proofs(CertificatePhrase.CERTIFICATE_PROVES, CertificatePhrase.CERTIFICATE_NOT);
        page.raw("<table class=\"head\"><tr>")
                .element("td", page.say(CertificatePhrase.SIGNATURE) + " ______________________")
                .element("td", page.say(CertificatePhrase.DATE) + " ______________________")
                .raw("</tr></table></div>\n");
    }

    private void proofs(CertificatePhrase proves, CertificatePhrase not) {
        page.raw("<p><strong>")
                .text(page.say(CertificatePhrase.PROVES))
                .raw("</strong> ")
                .text(page.say(proves))
                .raw("</p><p><strong>")
                .text(page.say(CertificatePhrase.DOES_NOT))
                .raw("</strong> ")
                .text(page.say(not))
                .raw("</p>\n");
    }

    private void custody() {
        page.raw("<div class=\"certificate\">").heading(2, "", page.say(CertificatePhrase.CUSTODY));
        page.paragraph(page.say(CertificatePhrase.CUSTODY_TEXT));
        proofs(CertificatePhrase.CUSTODY_PROVES, CertificatePhrase.CUSTODY_NOT);
        for (Exhibit exhibit :
                contents.exhibits().stream().limit(MAX_STATEMENTS).toList()) {
            statement(exhibit);
        }
        if (contents.exhibits().size() > MAX_STATEMENTS) {
            page.paragraph(page.say(Phrase.MORE, contents.exhibits().size() - MAX_STATEMENTS, "schedules.json"));
        }
        page.raw("</div>\n");
    }

    private void statement(Exhibit exhibit) {
        page.heading(3, "", exhibit.number() + "  " + exhibit.item().name());
        page.element(
                "p",
                "small",
                exhibit.item().id().value() + "; " + Page.grouped(exhibit.item().sizeBytes()) + " "
                        + page.say(Phrase.BYTES).toLowerCase(java.util.Locale.ROOT) + "; SHA-256 "
                        + exhibit.item().sha256().hex()
                        + (exhibit.isPresent() ? "" : "; " + page.say(CertificatePhrase.ABSENT)));
        page.table(
                "",
                List.of(
                        Phrase.WHEN,
                        CertificatePhrase.WHO,
                        Phrase.WHAT,
                        CertificatePhrase.WITH,
                        CertificatePhrase.RESULT),
                "custody");
        for (Exhibit.Handled event : exhibit.custody()) {
            page.row(event.at(), event.person(), event.act() + ": " + event.how(), event.tool(), event.result());
        }
        page.endTable();
    }
}
