package suluh.core.casework.request;

import java.util.Locale;
import suluh.core.kernel.HostileText;
import suluh.core.kernel.Sha256Digest;

/** A referral as one XHTML document with its own style, from which the PDF is made; nothing in it is fetched. */
public final class ReferralPage {
    private final Referral referral;
    private final String language;
    private final StringBuilder out = new StringBuilder();

    private ReferralPage(Referral referral, String language) {
        this.referral = referral;
        this.language = language;
    }

    /**
     * The letter.
     *
     * @param language {@code ms} or {@code en}
     * @param twinName name of the machine-readable twin
     * @param twin digest of that file
     */
    public static String render(Referral referral, String language, String twinName, Sha256Digest twin) {
        return new ReferralPage(referral, language).page(twinName, twin);
    }

    private String page(String twinName, Sha256Digest twin) {
        String title = say(LetterPhrase.TITLE_REFERRAL);
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\"><head><title>");
        out.append(safe(title)).append("</title><meta name=\"description\" content=\"");
        out.append(safe(title + " " + referral.reference())).append("\"/><style>");
        out.append(LetterPage.STYLE).append("</style></head><body>");
        String mark = say(LetterPhrase.valueOf("MARK_" + referral.sensitivity().name()));
        if (!mark.isEmpty()) {
            out.append("<div class=\"mark\">").append(safe(mark)).append("</div>");
        }
        element("h1", title);
        out.append("<table class=\"head\">");
        row(LetterPhrase.FROM, referral.agency());
        row(LetterPhrase.TO, referral.recipient());
        row(LetterPhrase.COUNTRY, referral.country());
        row(LetterPhrase.OUR_REFERENCE, referral.reference());
        row(LetterPhrase.DATE, referral.date().toString());
        out.append("</table>");
        element("p", say(LetterPhrase.OPENING_REFERRAL));
        referral.items().byLetter().forEach((letter, text) -> {
            element("h2", say(LetterPhrase.valueOf("ITEM_" + letter.toUpperCase(Locale.ROOT))));
            element("p", text);
        });
        element("h2", say(LetterPhrase.ENCLOSED));
        out.append("<table><tr>");
        element("th", say(LetterPhrase.FILE));
        element("th", "SHA-256");
        out.append("</tr>");
        referral.enclosed().forEach((name, digest) -> {
            out.append("<tr>");
            element("td", name);
            element("td", digest.hex());
            out.append("</tr>");
        });
        out.append("</table>");
        element("p", say(LetterPhrase.PROOF));
        out.append("<p><br/><br/>______________________________<br/>");
        out.append(safe(say(LetterPhrase.SIGNED) + ", " + referral.agency())).append("</p>");
        element("p", say(LetterPhrase.TWIN, twinName, twin.hex()));
        return out.append("</body></html>").toString();
    }

    private void row(LetterPhrase label, String value) {
        out.append("<tr><td class=\"label\">").append(safe(say(label))).append("</td>");
        element("td", value);
        out.append("</tr>");
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>');
        out.append(safe(text).replace("\n", "<br/>"));
        out.append("</").append(name).append('>');
    }

    private String say(LetterPhrase phrase, String... places) {
        return phrase.in(language, places);
    }

    private static String safe(String text) {
        return HostileText.markup(text);
    }
}
