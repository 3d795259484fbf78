package suluh.core.disclosure.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import suluh.core.canon.JsonObject;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.SourcePointer;

/** Numbered findings, F-1 and so on, each with exhibits and records: conversations, accounts, actors, groups, media. */
final class FindingSections {
    private static final int MAX_CUES = 12;
    private static final int MAX_SOURCES = 2;
    private static final int MAX_CONTEXT_CHARS = 160;

    private final Page page;
    private final ReportFacts facts;
    private final Map<String, String> exhibits;
    private final String language;
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private int next;

    FindingSections(Page page, ReportFacts facts, Map<String, String> exhibits, String language) {
        this.page = page;
        this.facts = facts;
        this.exhibits = Collections.unmodifiableMap(exhibits);
        this.language = language;
    }

    /** Number of each conversation, by key. */
    Map<String, String> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    /** Sections of what findings have; what they leave out has none. */
    void write() {
        JsonObject findings = facts.findings();
        title(Phrase.CONVERSATIONS, "conversations");
        findings.objects("conversations").forEach(this::conversation);
        title(Phrase.ACCOUNTS, "accounts");
        findings.objects("accounts").forEach(this::account);
        title(Phrase.ACTORS, "actors");
        page.paragraph(page.say(Phrase.ACTORS_INTRO));
        findings.objects("actors").forEach(this::actor);
        title(Phrase.GROUPS, "groups");
        findings.objects("groups").forEach(this::group);
        if (findings.member("media").isPresent()) {
            List<JsonObject> known = Facts.object(findings, "media").objects("known");
            page.heading(3, "", page.say(Phrase.MEDIA));
            if (known.isEmpty()) {
                page.paragraph(page.say(Phrase.MEDIA_NONE));
            }
            known.forEach(this::media);
        }
    }

    private void title(Phrase phrase, String key) {
        if (facts.findings().member(key).isEmpty()) {
            return;
        }
        page.heading(3, "", page.say(phrase));
        if (facts.findings().objects(key).isEmpty()) {
            page.paragraph(page.say(Phrase.NO_FINDINGS));
        }
    }

    private String begin(String name) {
        next++;
        String number = "F-" + next;
        page.raw("<div class=\"finding\">").heading(4, number, number + "  " + name);
        return number;
    }

    private void end() {
        page.raw("</div>\n");
    }

    private void conversation(JsonObject one) {
        numbers.put(one.textOrEmpty("key"), begin(Facts.name(one)));
        page.paragraph(page.say(
                Phrase.CONVERSATION_LINE,
                label("platform.", one.textOrEmpty("platform")),
                Facts.whole(one, "messages"),
                label("band.", one.textOrEmpty("band")),
                decimal(one.number("score"))));
        if (!one.textOrEmpty("sender").isEmpty()) {
            page.paragraph(page.say(Phrase.MOST_BY, one.textOrEmpty("sender")));
        }
        List<JsonObject> cues = one.objects("cues");
        page.raw("<ul>");
        cues.stream().limit(MAX_CUES).forEach(this::cue);
        page.raw("</ul>");
        if (cues.size() > MAX_CUES) {
            page.paragraph(page.say(Phrase.NO_MORE, cues.size() - MAX_CUES, facts.whole("findings.json")));
        }
        List<String> signals = new ArrayList<>();
        one.objects("signals")
                .forEach(signal -> signals.add(
                        label("signal.", signal.textOrEmpty("code")) + ": " + decimal(signal.number("figure"))));
        if (!signals.isEmpty()) {
            page.element("p", "small", String.join("; ", signals));
        }
        end();
    }

    private void cue(JsonObject cue) {
        String text = cue.textOrEmpty("text");
        int points = text.codePointCount(0, text.length());
        int start = text.offsetByCodePoints(0, Math.clamp(Facts.whole(cue, "start"), 0, points));
        int end = text.offsetByCodePoints(0, Math.clamp(Facts.whole(cue, "end"), 0, points));
        String time = facts.times().getOrDefault(ReportFacts.key(source(Facts.object(cue, "source"))), "");
        page.raw("<li>").element("span", "kind", Plain.cue(cue.textOrEmpty("code"), language));
        page.text(": “" + before(text, start));
        if (end > start) {
            page.element("strong", text.substring(start, end));
        }
        page.text(after(text, Math.max(start, end)) + "” ");
        String record = cue.whole("record")
                .map(number -> page.say(DisclosedPhrase.RECORD, number) + "; ")
                .orElse("");
        page.element(
                "span", "source", record + pointer(Facts.object(cue, "source")) + (time.isEmpty() ? "" : "; " + time));
        page.raw("</li>\n");
    }

    private void account(JsonObject one) {
        begin(Facts.name(one));
        page.paragraph(label("platform.", one.textOrEmpty("platform")) + "; " + one.textOrEmpty("key"));
        page.raw("<ul>");
        for (JsonObject reason : one.objects("reasons")) {
            page.raw("<li>")
                    .text(label("reason.", reason.textOrEmpty("code")) + ": " + decimal(reason.number("figure")) + " ");
            sources(reason);
            page.raw("</li>\n");
        }
        page.raw("</ul>");
        List<String> contacts = new ArrayList<>();
        one.objects("contactPoints").forEach(contact -> contacts.add(contact.textOrEmpty("value")));
        if (!contacts.isEmpty()) {
            page.element("p", "small", String.join("; ", contacts));
        }
        end();
    }

    private void actor(JsonObject one) {
        begin(one.textOrEmpty("id"));
        page.paragraph(String.join(", ", one.texts("accounts"))).raw("<ul>");
        for (JsonObject link : one.objects("links")) {
            page.raw("<li>")
                    .text(page.say(
                                    Phrase.LINK,
                                    link.textOrEmpty("a"),
                                    link.textOrEmpty("b"),
                                    label("basis.", link.textOrEmpty("basis")),
                                    decimal(link.number("probability")))
                            + " ");
            sources(link);
            page.raw("</li>\n");
        }
        page.raw("</ul>");
        end();
    }

    private void group(JsonObject one) {
        begin(Facts.name(one));
        page.paragraph(label("platform.", one.textOrEmpty("platform")) + "; " + page.say(Phrase.MESSAGES) + ": "
                + Page.grouped(Facts.whole(one, "messages")) + "; " + page.say(Phrase.MEMBERS) + ": "
                + Page.grouped(Facts.whole(one, "members")));
        String says = (one.textOrEmpty("statedPrivacy") + " " + one.textOrEmpty("description")).strip();
        if (!says.isEmpty()) {
            page.paragraph(page.say(Phrase.SAYS) + ": “" + says + "”");
        }
        List<JsonObject> links = one.objects("links");
        if (!links.isEmpty()) {
            page.raw("<ul>");
            for (JsonObject link : links) {
                page.raw("<li>").text(link.textOrEmpty("value") + " ×" + Facts.whole(link, "times") + " ");
                page.element("span", "source", pointer(Facts.object(link, "source")))
                        .raw("</li>\n");
            }
            page.raw("</ul>");
        }
        end();
    }

    private void media(JsonObject one) {
        begin("SHA-256 " + one.textOrEmpty("sha256"));
        page.raw("<ul>");
        for (JsonObject hit : one.objects("hits")) {
            page.element(
                    "li",
                    hit.textOrEmpty("list") + ", " + hit.textOrEmpty("kind") + ", " + Facts.whole(hit, "distance")
                            + " bit; " + hit.textOrEmpty("category"));
        }
        for (JsonObject place : one.objects("places")) {
            page.raw("<li>")
                    .element("span", "source", pointer(Facts.object(place, "file")))
                    .raw("</li>\n");
        }
        page.raw("</ul>");
        end();
    }

    /** The first records that a finding names. */
    void sources(JsonObject finding) {
        finding.objects("sources").stream()
                .limit(MAX_SOURCES)
                .forEach(source ->
                        page.element("span", "source", pointer(source)).text(" "));
    }

    /** Exhibit, path and place of a record: {@code E-3 chat/result.json, 120 + 88}. */
    private String pointer(JsonObject source) {
        String item = source.textOrEmpty("item");
        String path = source.textOrEmpty("path");
        return exhibits.getOrDefault(item, item) + (path.isEmpty() ? "" : " " + path) + ", "
                + Facts.whole(source, "offset") + " + " + Facts.whole(source, "length");
    }

    private static SourcePointer source(JsonObject source) {
        return new SourcePointer(
                new EvidenceId(source.textOrEmpty("item")),
                source.textOrEmpty("path"),
                Facts.whole(source, "offset"),
                Facts.whole(source, "length"));
    }

    private String label(String prefix, String code) {
        return facts.label().apply(prefix + code);
    }

    static String decimal(double figure) {
        return figure == Math.rint(figure)
                ? Page.grouped((long) figure)
                : String.format(java.util.Locale.ROOT, "%.2f", figure);
    }

    private static String before(String text, int end) {
        int start = Math.max(0, end - MAX_CONTEXT_CHARS);
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start++;
        }
        return (start > 0 ? "…" : "") + text.substring(start, end);
    }

    private static String after(String text, int start) {
        int end = Math.min(text.length(), start + MAX_CONTEXT_CHARS);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(start, end) + (end < text.length() ? "…" : "");
    }
}
