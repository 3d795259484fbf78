package suluh.core.disclosure.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import suluh.core.canon.JsonObject;

/** The network: figures, picture, and the roles that records show. */
final class NetworkSection {
    private static final int MAX_ROLES = 40;

    private final Page page;
    private final ReportFacts facts;
    private final FindingSections sections;
    private final String language;

    NetworkSection(Page page, ReportFacts facts, FindingSections sections, String language) {
        this.page = page;
        this.facts = facts;
        this.sections = sections;
        this.language = language;
    }

    void write() {
        JsonObject network = Facts.object(facts.findings(), "network");
        page.section(
                "network",
                page.say(Phrase.NETWORK),
                page.say(
                        facts.isDisclosure() ? DisclosedPhrase.NETWORK_SUMS : Phrase.NETWORK_SUMS,
                        Facts.whole(network, "nodes"),
                        Facts.whole(network, "edges")));
        if (!facts.picture().isEmpty()) {
            // Made by core out of escaped names; the text beside it says what it shows to whoever cannot see it.
            page.raw("<figure>")
                    .picture(facts.picture().replaceFirst("^<svg ", "<svg alt=\"" + page.say(Phrase.PICTURE) + "\" "))
                    .element("figcaption", page.say(Phrase.PICTURE));
            page.raw("</figure>\n");
        }
        List<JsonObject> roles = network.objects("roles");
        if (roles.isEmpty()) {
            return;
        }
        Map<String, String> names = new HashMap<>();
        network.objects("names").forEach(one -> names.put(one.textOrEmpty("id"), one.textOrEmpty("name")));
        page.table(page.say(Phrase.ROLES), List.of(Phrase.ACCOUNT, Phrase.ROLE, Phrase.REASONS), "roles");
        roles.stream().limit(MAX_ROLES).forEach(role -> role(role, names));
        page.endTable();
        if (roles.size() > MAX_ROLES) {
            page.paragraph(page.say(Phrase.MORE, roles.size() - MAX_ROLES, facts.whole("findings.json")));
        }
    }

    private void role(JsonObject role, Map<String, String> names) {
        String id = role.textOrEmpty("id");
        page.raw("<tr>").element("td", names.getOrDefault(id, id));
        page.element("td", facts.label().apply("net.role." + role.textOrEmpty("role")))
                .raw("<td>");
        for (JsonObject evidence : role.objects("evidence")) {
            page.raw("<div lang=\"" + language + "\">")
                    .text(facts.label().apply("net.code." + evidence.textOrEmpty("code")) + ": "
                            + FindingSections.decimal(evidence.number("figure")) + " ");
            sections.sources(evidence);
            page.raw("</div>");
        }
        page.raw("</td></tr>\n");
    }
}
