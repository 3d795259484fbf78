package suluh.core.disclosure.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import suluh.core.disclosure.ReportHeading;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.disclosure.schedule.Exhibit;
import suluh.core.disclosure.schedule.Schedules;
import suluh.core.disclosure.schedule.UnusedLine;
import suluh.core.kernel.Sha256Digest;

/** The schedules for people, whole, as one document that is XHTML and HTML; schedules.json is for machines. */
public final class SchedulePage {
    private static final int MAX_SOURCES = 3;

    private SchedulePage() {}

    /**
     * The document.
     *
     * @param described digest of the payload described
     * @param language {@code ms} or {@code en}
     */
    public static String html(ReportHeading heading, Schedules schedules, Sha256Digest described, String language) {
        Page page = new Page(language, codePoint -> true);
        String title = page.say(CertificatePhrase.SCHEDULES, heading.caseNumber());
        page.begin(title, heading.caseNumber(), described);
        page.heading(1, "", title).heading(2, "exhibits", page.say(CertificatePhrase.EXHIBITS));
        page.table(
                page.say(Phrase.ITEMS),
                List.of(Phrase.EXHIBIT, Phrase.NAME_RECEIVED, Phrase.BYTES, Phrase.SHA),
                "items");
        for (Exhibit exhibit : schedules.exhibits()) {
            page.row(
                    exhibit.number(),
                    exhibit.item().name()
                            + (exhibit.isPresent() ? "" : " (" + page.say(CertificatePhrase.ABSENT) + ")"),
                    exhibit.item().sizeBytes(),
                    exhibit.item().sha256().hex());
        }
        page.endTable();
        unused(page, schedules.unused());
        disclosed(page, schedules.disclosed());
        return page.end();
    }

    private static void unused(Page page, List<UnusedLine> lines) {
        page.heading(2, "unused", page.say(CertificatePhrase.UNUSED))
                .paragraph(page.say(CertificatePhrase.UNUSED_INTRO));
        page.table(
                "",
                List.of(
                        CertificatePhrase.NUMBER,
                        CertificatePhrase.GROUND,
                        CertificatePhrase.CONCERNS,
                        CertificatePhrase.SAID,
                        CertificatePhrase.RECORDS),
                "unused");
        for (int i = 0; i < lines.size(); i++) {
            UnusedLine line = lines.get(i);
            page.row(
                    "U-" + (i + 1),
                    page.say(CertificatePhrase.valueOf("GROUND_" + line.ground().name())),
                    line.subject(),
                    String.format(Locale.ROOT, "%s (%s)", line.words(), FindingSections.decimal(line.figure())),
                    line.sources().stream()
                            .limit(MAX_SOURCES)
                            .map(source -> source.item().value() + " " + source.path() + " " + source.offset() + " + "
                                    + source.length())
                            .collect(Collectors.joining("; ")));
        }
        page.endTable();
    }

    private static void disclosed(Page page, List<DisclosureLine> lines) {
        page.heading(2, "disclosed", page.say(CertificatePhrase.DISCLOSED));
        if (lines.isEmpty()) {
            page.paragraph(page.say(CertificatePhrase.DISCLOSED_NONE));
            return;
        }
        page.table(
                "",
                List.of(
                        CertificatePhrase.NUMBER,
                        Phrase.WHEN,
                        Phrase.WHAT,
                        CertificatePhrase.RECIPIENT,
                        CertificatePhrase.PURPOSE,
                        Phrase.SHA),
                "disclosed");
        for (DisclosureLine line : lines) {
            page.row(
                    line.name(),
                    line.at(),
                    line.kind().wire(),
                    line.recipient(),
                    line.purpose(),
                    line.sha256().hex());
        }
        page.endTable();
    }
}
