package suluh.core.disclosure.report;

import java.util.List;
import suluh.core.canon.JsonObject;

/** What only the report of a disclosure says: of which edition, why, what was selected, and what is kept out. */
final class DisclosedSection {
    private static final int MAX_EXCLUSIONS = 60;

    private final Page page;
    private final ReportFacts facts;
    private final JsonObject disclosure;

    DisclosedSection(Page page, ReportFacts facts) {
        this.page = page;
        this.facts = facts;
        this.disclosure = Facts.object(facts.findings(), "disclosure");
    }

    /** Rows of the table at the head. */
    void head() {
        boolean isFull = disclosure.textOrEmpty("edition").equals("full");
        page.line(
                DisclosedPhrase.DISCLOSURE,
                page.say(isFull ? DisclosedPhrase.FULL : DisclosedPhrase.REDACTED, disclosure.textOrEmpty("id")));
        page.line(DisclosedPhrase.PURPOSE, disclosure.textOrEmpty("purpose"));
        page.line(DisclosedPhrase.RECIPIENT, disclosure.textOrEmpty("recipient"));
        if (isTimed()) {
            page.line(
                    DisclosedPhrase.TIME,
                    page.say(
                            DisclosedPhrase.FROM_UNTIL,
                            bound(disclosure.textOrEmpty("from")),
                            bound(disclosure.textOrEmpty("until"))));
        }
    }

    /** True when a time was selected, so that no score is told. */
    boolean isTimed() {
        return !disclosure.textOrEmpty("from").isEmpty()
                || !disclosure.textOrEmpty("until").isEmpty();
    }

    /** Paragraphs after the head: what the report rests on, and what the words in double brackets mean. */
    void intro() {
        page.paragraph(page.say(DisclosedPhrase.SELECTION));
        if (disclosure.textOrEmpty("edition").equals("redacted")) {
            page.paragraph(page.say(DisclosedPhrase.HIDDEN));
        }
        if (isTimed()) {
            page.paragraph(page.say(DisclosedPhrase.TIMED));
        }
    }

    /** What was kept out of the selection. */
    void keptOut() {
        List<JsonObject> exclusions = disclosure.objects("exclusions");
        page.heading(3, "", page.say(DisclosedPhrase.KEPT_OUT));
        if (exclusions.isEmpty()) {
            page.paragraph(page.say(DisclosedPhrase.NOTHING_OUT));
            return;
        }
        page.table(
                "",
                List.of(DisclosedPhrase.REASON, DisclosedPhrase.KIND, DisclosedPhrase.KEY, Phrase.MESSAGES),
                "exclusions");
        exclusions.stream()
                .limit(MAX_EXCLUSIONS)
                .forEach(one -> page.row(
                        facts.label().apply("disclosure.reason." + one.textOrEmpty("reason")),
                        facts.label().apply("disclosure.kind." + one.textOrEmpty("what")),
                        one.textOrEmpty("key"),
                        Facts.whole(one, "messages")));
        page.endTable();
        if (exclusions.size() > MAX_EXCLUSIONS) {
            page.paragraph(page.say(Phrase.MORE, exclusions.size() - MAX_EXCLUSIONS, "records.jsonl"));
        }
    }

    private String bound(String instant) {
        return instant.isEmpty() ? page.say(DisclosedPhrase.OPEN) : instant;
    }
}
