package suluh.core.disclosure;

import java.util.List;
import suluh.core.identity.AccountLink;
import suluh.core.identity.Actor;
import suluh.core.identity.LinkEvidence;

/** The report's part on actors: each tie with the weights for and against it, in words. */
final class LinkReport {
    private static final int MAX_ACTORS = 100;
    private static final int MAX_LINKS_OF_AN_ACTOR = 6;
    private static final int MAX_ACCOUNTS_OF_AN_ACTOR = 20;
    private static final int MAX_TO_JUDGE = 40;
    private static final int MAX_SOURCES = 4;

    private final Html html;

    LinkReport(Html html) {
        this.html = html;
    }

    void write(List<Actor> actors, List<AccountLink> open) {
        html.paragraph(
                "A weight is in bits: each bit doubles the odds that two accounts are one actor, or halves them. "
                        + "Weights rest on assumptions that docs/identity.md states. They order attention; a person decides.");
        if (actors.isEmpty()) {
            html.paragraph("No two accounts are held to be one actor.");
        } else {
            joined(actors);
        }
        html.allow(ReportPart.TIES_TO_JUDGE.bytes());
        if (!open.isEmpty()) {
            toJudge(open);
        }
    }

    private void joined(List<Actor> actors) {
        html.table("Joined accounts", List.of("Actor", "Accounts", "Because"));
        int shown = html.upTo(MAX_ACTORS, actors, this::actor);
        html.endTable();
        more(actors.size(), shown, "actors");
    }

    private void actor(Actor actor) {
        html.row().cell(actor.id()).raw("<td>");
        actor.accounts().stream()
                .limit(MAX_ACCOUNTS_OF_AN_ACTOR)
                .forEach(account -> html.raw("<div>").hostile(account).raw("</div>"));
        more(actor.accounts().size(), MAX_ACCOUNTS_OF_AN_ACTOR, "accounts");
        html.raw("</td><td>");
        actor.links().stream().limit(MAX_LINKS_OF_AN_ACTOR).forEach(this::waterfall);
        more(actor.links().size(), MAX_LINKS_OF_AN_ACTOR, "ties");
        html.raw("</td>").endRow();
    }

    private void toJudge(List<AccountLink> open) {
        html.table(
                "Ties that join nothing until a person judges them",
                List.of("Standing", "Accounts", "For and against"));
        int shown = html.upTo(MAX_TO_JUDGE, open, link -> {
            html.row()
                    .cell(link.standing().wire())
                    .raw("<td><div>")
                    .hostile(link.a())
                    .raw("</div><div>");
            html.hostile(link.b()).raw("</div></td><td>");
            waterfall(link);
            html.raw("</td>").endRow();
        });
        html.endTable();
        more(open.size(), shown, "ties");
    }

    private void waterfall(AccountLink link) {
        html.raw("<div><strong>")
                .text(link.standing().wire() + ", probability " + Html.decimal(link.probability()))
                .raw("</strong></div><ul class=\"waterfall\">");
        html.raw("<li>")
                .text(LinkWords.bits(link.priorBits()) + " before anything is compared")
                .raw("</li>");
        for (LinkEvidence evidence : link.evidence()) {
            html.raw("<li>").text(LinkWords.bits(evidence.bits()) + " " + LinkWords.of(evidence) + " ");
            html.hostile(evidence.valueA());
            if (!evidence.valueB().equals(evidence.valueA())) {
                html.text(" / ").hostile(evidence.valueB());
            }
            html.raw(" ");
            evidence.sources().stream().limit(MAX_SOURCES).forEach(source -> CaseReport.source(html, source));
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    private void more(int present, int shown, String what) {
        if (present > shown) {
            html.raw("<p class=\"more\">")
                    .text(Html.grouped((long) present - shown) + " further " + what + " stand in findings.json.")
                    .raw("</p>");
        }
    }
}
