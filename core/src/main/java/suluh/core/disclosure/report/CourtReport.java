package suluh.core.disclosure.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import suluh.core.canon.JsonObject;
import suluh.core.casework.LegalSource;
import suluh.core.disclosure.ReceivedItem;

/**
 * The report of a case for a court, in one language, as one document that is XHTML and HTML.
 *
 * <p>A summary that is read in five minutes, then what was received and not read, numbered findings with the records they
 * rest on, network, timeline, methods with their limits, glossary, and how to verify. Tables are cut at stated lengths and
 * what is left out is counted. No script, remote address or media. The same facts give the same text.
 */
public final class CourtReport {
    /** In the text; the annex has more. */
    private static final int MAX_ITEMS = 12;

    private static final int MAX_ANNEX = 400;
    private static final int MAX_FILES = 200;
    private static final int MAX_FIRST = 5;

    private final String language;
    private final ReportFacts facts;
    private final Page page;
    private final DisclosedSection disclosed;
    private final Map<String, String> exhibits = new LinkedHashMap<>();

    private CourtReport(ReportFacts facts, String language, Drawing drawing) {
        this.facts = facts;
        this.language = language;
        this.page = new Page(language, drawing);
        this.disclosed = new DisclosedSection(page, facts);
        for (ReceivedItem item : facts.items()) {
            exhibits.put(item.id().value(), "E-" + (exhibits.size() + 1));
        }
    }

    /** The report for a browser, where every character can be drawn. */
    public static String html(ReportFacts facts, String language) {
        return new CourtReport(facts, language, codePoint -> true).document();
    }

    /**
     * The report to be made into pages.
     *
     * @param drawing what the fonts can draw
     */
    public static String forPrint(ReportFacts facts, String language, Drawing drawing) {
        return new CourtReport(facts, language, drawing).document();
    }

    private String document() {
        String title = page.say(Phrase.TITLE, facts.heading().caseNumber());
        page.begin(title, facts.heading().caseNumber(), facts.described());
        head(title);
        summary();
        received();
        unread();
        page.section(
                "findings",
                page.say(Phrase.FINDINGS),
                page.say(either(Phrase.HOW_TO_CHECK, DisclosedPhrase.HOW_TO_CHECK)));
        FindingSections sections = new FindingSections(page, facts, exhibits, language);
        sections.write();
        new NetworkSection(page, facts, sections, language).write();
        timeline(sections);
        words(Phrase.METHOD, "method", Plain.METHODS);
        words(Phrase.GLOSSARY, "glossary", Plain.GLOSSARY);
        annex();
        about();
        return page.end();
    }

    /** What is said of a whole case, or of a disclosure. */
    private Words either(Words ofCase, Words ofDisclosure) {
        return facts.isDisclosure() ? ofDisclosure : ofCase;
    }

    private String footer() {
        return page.say(
                Phrase.PAGE_DIGEST,
                facts.heading().caseNumber(),
                facts.described().hex());
    }

    private void head(String title) {
        page.heading(1, "", title)
                .element("p", "caution", page.say(Phrase.CAUTION))
                .raw("\n<table class=\"head\">");
        var mandate = facts.heading().mandate();
        if (facts.isDisclosure()) {
            disclosed.head();
        }
        page.line(
                Phrase.OFFENCE,
                mandate.offence().title().in(language) + " ("
                        + law(mandate.offence().source()) + ")");
        page.line(
                Phrase.AUTHORITY,
                mandate.authority().title().in(language) + " ("
                        + law(mandate.authority().source()) + "); " + page.say(Phrase.IN_FORCE, mandate.checkedOn()));
        page.line(
                Phrase.MADE_BY,
                facts.heading().agency() + ", " + facts.heading().tool());
        page.line(
                either(Phrase.MADE_AT, DisclosedPhrase.PLANNED_AT),
                facts.heading().madeAt().toString());
        page.line(Phrase.DIGEST, "SHA-256 " + facts.described().hex());
        page.raw("</table>\n");
        if (facts.isDisclosure()) {
            disclosed.intro();
        }
    }

    private String law(LegalSource source) {
        return source.citation() + (source.verified() ? "" : "; " + page.say(Phrase.UNVERIFIED));
    }

    private void summary() {
        JsonObject findings = facts.findings();
        JsonObject reading = Facts.object(findings, "reading");
        JsonObject files = Facts.object(reading, "files");
        page.heading(2, "summary", page.say(Phrase.SUMMARY));
        page.paragraph(page.say(
                either(Phrase.SUMMARY_RECEIVED, DisclosedPhrase.SUMMARY_RECEIVED),
                facts.items().size(),
                facts.items().stream().mapToLong(ReceivedItem::sizeBytes).sum(),
                Facts.whole(Facts.object(reading, "observations"), "message")));
        long unread = Facts.whole(files, "not-understood") + Facts.whole(files, "partly-read");
        long records = Facts.whole(Facts.object(reading, "records"), "notUnderstood");
        page.paragraph(
                unread + records == 0
                        ? page.say(Phrase.SUMMARY_ALL_READ)
                        : page.say(either(Phrase.SUMMARY_UNREAD, DisclosedPhrase.SUMMARY_UNREAD), unread, records));
        if (findings.member("conversations").isPresent()) {
            first(findings.objects("conversations"));
        }
        int actors = findings.objects("actors").size();
        page.paragraph(
                facts.isDisclosure()
                        ? page.say(DisclosedPhrase.ACTORS_ONLY, actors)
                        : page.say(
                                Phrase.SUMMARY_ACTORS,
                                actors,
                                findings.objects("suggestedLinks").size()));
        if (findings.member("media").isPresent()) {
            JsonObject media = Facts.object(findings, "media");
            page.paragraph(page.say(
                    Phrase.SUMMARY_MEDIA, Facts.whole(media, "contents"), Facts.whole(media, "knownContents")));
        }
        page.element("p", "caution", page.say(Phrase.SUMMARY_NOT)).raw("\n");
    }

    /** How many conversations a person should look at, and which come first. */
    private void first(List<JsonObject> conversations) {
        long now = conversations.stream()
                .filter(one -> one.textOrEmpty("band").equals("look-now"))
                .count();
        page.paragraph(page.say(Phrase.SUMMARY_CONVERSATIONS, now, conversations.size() - now));
        page.raw("<ol>");
        for (int i = 0; i < Math.min(MAX_FIRST, conversations.size()); i++) {
            JsonObject one = conversations.get(i);
            page.element(
                    "li",
                    "F-" + (i + 1) + ": " + Facts.name(one) + ", "
                            + facts.label().apply("platform." + one.textOrEmpty("platform")) + " ("
                            + facts.label().apply("band." + one.textOrEmpty("band")) + ")");
        }
        page.raw("</ol>\n");
    }

    private void received() {
        page.section(
                "received",
                page.say(Phrase.RECEIVED),
                page.say(either(Phrase.RECEIVED_INTRO, DisclosedPhrase.RECEIVED_INTRO)));
        items(facts.items().size() <= MAX_ITEMS ? MAX_ITEMS : 0, facts.whole("schedules.json"));
        if (facts.isDisclosure()) {
            disclosed.keptOut();
        }
    }

    /** The list of exhibits, when it is too long for the text. */
    private void annex() {
        if (facts.items().size() > MAX_ITEMS) {
            page.heading(2, "annex", page.say(Phrase.ANNEX));
            items(MAX_ANNEX, facts.whole("schedules.json"));
        }
    }

    private void items(int shown, String whole) {
        if (shown == 0) {
            page.paragraph(page.say(Phrase.SEE_ANNEX, facts.items().size()));
            return;
        }
        page.table(
                page.say(Phrase.ITEMS),
                List.of(Phrase.EXHIBIT, Phrase.NAME_RECEIVED, Phrase.BYTES, Phrase.SHA),
                "items");
        facts.items().stream()
                .limit(shown)
                .forEach(item -> page.row(
                        exhibits.getOrDefault(item.id().value(), ""),
                        item.name(),
                        item.sizeBytes(),
                        item.sha256().hex()));
        page.endTable();
        more(facts.items().size(), shown, whole);
    }

    private void unread() {
        JsonObject reading = Facts.object(facts.findings(), "reading");
        JsonObject files = Facts.object(reading, "files");
        JsonObject records = Facts.object(reading, "records");
        List<JsonObject> all = facts.readingReport().objects("files");
        page.heading(2, "unread", page.say(Phrase.UNREAD));
        page.paragraph(page.say(
                Phrase.UNREAD_SUMS,
                facts.isDisclosure() ? sum(files) : all.size(),
                Facts.whole(files, "read"),
                Facts.whole(files, "partly-read"),
                Facts.whole(files, "skipped"),
                Facts.whole(files, "not-understood"),
                Facts.whole(records, "seen"),
                Facts.whole(records, "read"),
                Facts.whole(records, "skipped"),
                Facts.whole(records, "notUnderstood")));
        List<JsonObject> telling = all.stream()
                .filter(file -> !file.textOrEmpty("fate").equals("read")
                        || !file.objects("alarms").isEmpty())
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        page.table(page.say(Phrase.UNREAD_FILES), List.of(Phrase.FILE, Phrase.FATE, Phrase.WHY), "files");
        telling.stream().limit(MAX_FILES).forEach(this::file);
        page.endTable();
        more(telling.size(), MAX_FILES, facts.whole("reading-report.json"));
    }

    /** Files of every fate. */
    private static long sum(JsonObject fates) {
        return fates.members().keySet().stream()
                .mapToLong(fate -> Facts.whole(fates, fate))
                .sum();
    }

    private void file(JsonObject file) {
        List<String> why = new ArrayList<>();
        if (!file.textOrEmpty("reason").isEmpty()) {
            why.add(file.textOrEmpty("reason"));
        }
        file.objects("alarms").forEach(alarm -> why.add(alarm.textOrEmpty("message")));
        String path = file.textOrEmpty("path");
        page.row(
                exhibits.getOrDefault(file.textOrEmpty("item"), "") + " "
                        + (path.isEmpty() ? file.textOrEmpty("name") : path),
                facts.label().apply("fate." + file.textOrEmpty("fate")),
                String.join("; ", why));
    }

    private void timeline(FindingSections sections) {
        page.section("timeline", page.say(Phrase.TIMELINE), page.say(Phrase.TIMELINE_INTRO));
        List<Timeline.Event> events = Timeline.of(facts, sections.numbers(), page);
        if (events.isEmpty()) {
            page.paragraph(page.say(Phrase.NO_TIMES));
            return;
        }
        page.table("", List.of(Phrase.WHEN, Phrase.WHAT), "times");
        events.forEach(event -> page.row(event.when(), event.what()));
        page.endTable();
    }

    private void words(Phrase title, String id, List<Plain.Word> words) {
        page.heading(2, id, page.say(title));
        for (Plain.Word word : words) {
            page.raw("<p><strong>")
                    .text(word.name(language))
                    .raw("</strong> ")
                    .text(word.meaning(language))
                    .raw("</p>\n");
        }
    }

    private void about() {
        page.section("about", page.say(Phrase.CHECK), page.say(either(Phrase.CIRCLE, DisclosedPhrase.CIRCLE)));
        page.paragraph(page.say(Phrase.VERIFY));
        String undrawn = page.drawn().undrawnInWords();
        page.paragraph(undrawn.isEmpty() ? page.say(Phrase.ALL_DRAWN) : page.say(Phrase.UNDRAWN, undrawn));
        page.element("p", "digest", footer()).raw("\n");
    }

    private void more(long present, int shown, String where) {
        if (present > shown) {
            page.paragraph(page.say(Phrase.MORE, present - shown, where));
        }
    }
}
