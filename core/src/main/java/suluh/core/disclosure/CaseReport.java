package suluh.core.disclosure;

import java.util.Comparator;
import java.util.List;
import suluh.core.conversation.Band;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.ReadingAlarm;
import suluh.core.observation.SourcePointer;

/**
 * The report of a case as one HTML page without script, remote address or media: for a person who has no Suluh.
 *
 * <p>Each statement carries the pointer to the sealed bytes that it rests on. Tables are cut at stated lengths; what
 * is left out is counted, and stands whole in findings.json and reading-report.json.
 */
public final class CaseReport {
    /** More rows than this nobody reads on paper. */
    private static final int MAX_ITEMS = 40;

    private static final int MAX_FILES = 200;
    private static final int MAX_ALARMS_OF_A_FILE = 5;
    private static final int MAX_GROUPS = 25;
    private static final int MAX_ACCOUNTS = 40;
    private static final int MAX_CONVERSATIONS = 60;
    private static final int MAX_BY_STRUCTURE = 20;
    private static final int MAX_CUES_OF_A_CONVERSATION = 12;
    private static final int MAX_SOURCES_OF_A_REASON = 2;

    private final ReportHeading heading;
    private final List<ReceivedItem> items;
    private final List<FileReading> readings;
    private final Findings findings;
    private final String networkPicture;
    private final Html html = new Html();

    private CaseReport(
            ReportHeading heading,
            List<ReceivedItem> items,
            List<FileReading> readings,
            Findings findings,
            String networkPicture) {
        this.heading = heading;
        this.items = List.copyOf(items);
        this.readings = List.copyOf(readings);
        this.findings = findings;
        this.networkPicture = networkPicture;
    }

    /**
     * The report as an HTML 5 document.
     *
     * @param items everything received, in the order of sealing
     * @param readings one for each file, in the order of reading
     * @param networkPicture an {@code <svg>} element made by core, or empty when there is no network
     */
    public static String html(
            ReportHeading heading,
            List<ReceivedItem> items,
            List<FileReading> readings,
            Findings findings,
            String networkPicture) {
        return new CaseReport(heading, items, readings, findings, networkPicture).page();
    }

    private String page() {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"format\" content=\"suluh-report/1\">")
                .raw("<title>")
                .text("Report of case " + heading.caseNumber())
                .raw("</title><style>")
                .raw(ReportStyle.CASE_REPORT_CSS)
                .raw("</style></head><body><main>\n");
        summary();
        received();
        notRead();
        conversations();
        accounts();
        actors();
        groups();
        NetworkReport.write(findings.network(), networkPicture, html);
        new MediaSection(html, findings.media()).write();
        method();
        return html.raw("</main></body></html>\n").toString();
    }

    private void summary() {
        html.raw("<h1>").text("Report of case " + heading.caseNumber()).raw("</h1>\n");
        html.raw("<p class=\"caution\">")
                .text("The scores in this report order a person's attention. They decide nothing and accuse nobody. "
                        + "A person reviews each passage in its context.")
                .raw("</p>\n<dl>");
        entry(
                "Offence inquired into",
                heading.mandate().offence().title().english() + " — "
                        + heading.mandate().offence().source().citation()
                        + unverified(heading.mandate().offence().source().verified()));
        entry(
                "Authority",
                heading.mandate().authority().title().english() + " — "
                        + heading.mandate().authority().source().citation()
                        + unverified(heading.mandate().authority().source().verified())
                        + "; found in force on " + heading.mandate().checkedOn());
        entry("Register", heading.mandate().registerVersion() + " (data; not legal advice)");
        entry("Made by", heading.agency() + ", with " + heading.tool());
        entry("Made at", heading.madeAt().toString());
        html.raw("</dl>\n<ul class=\"sums\">");
        sum(findings.items(), "items received");
        sum(findings.observations().getOrDefault("message", 0L), "messages read");
        sum(
                findings.reading().files().getOrDefault(FileFate.NOT_UNDERSTOOD, 0L)
                        + findings.reading().files().getOrDefault(FileFate.PARTLY_READ, 0L),
                "files not wholly read");
        sum(findings.groups().size(), "groups");
        sum(findings.actors().size(), "accounts joined into actors");
        sum(lookNow(), "conversations to look at now");
        sum(findings.media().counts().known(), "pictures that a list knows");
        html.raw("</ul>\n");
    }

    private long lookNow() {
        return findings.conversations().stream()
                .filter(c -> c.band().equals("look-now"))
                .count();
    }

    private static String unverified(boolean verified) {
        return verified ? "" : " (entry not yet compared with the text of the law)";
    }

    private void entry(String term, String text) {
        html.raw("<dt>").text(term).raw("</dt><dd>").text(text).raw("</dd>");
    }

    private void sum(long figure, String label) {
        html.raw("<li><strong>")
                .text(Html.grouped(figure))
                .raw("</strong> ")
                .text(label)
                .raw("</li>");
    }

    private void received() {
        html.heading(2, "received", "What was received");
        html.table("Items in the order of sealing", List.of("No.", "Name as received", "Bytes", "SHA-256", "Item"));
        for (int i = 0; i < Math.min(items.size(), MAX_ITEMS); i++) {
            ReceivedItem item = items.get(i);
            html.row().cell(i + 1L).hostileCell(item.name()).cell(item.sizeBytes());
            html.raw("<td><code>").text(item.sha256().hex()).raw("</code></td><td><code>");
            html.text(item.id().value()).raw("</code></td>").endRow();
        }
        html.endTable();
        leftOut(items.size(), MAX_ITEMS, "items", "manifest-sha256.txt");
    }

    private void notRead() {
        html.heading(2, "read", "What was read, and what was not");
        ReadingTotals totals = findings.reading();
        html.raw("<p>");
        html.text("Of " + Html.grouped(readings.size()) + " files, "
                + Html.grouped(totals.files().getOrDefault(FileFate.READ, 0L)) + " were read, "
                + Html.grouped(totals.files().getOrDefault(FileFate.PARTLY_READ, 0L)) + " in part, "
                + Html.grouped(totals.files().getOrDefault(FileFate.SKIPPED, 0L)) + " were left aside on purpose and "
                + Html.grouped(totals.files().getOrDefault(FileFate.NOT_UNDERSTOOD, 0L))
                + " were not understood. Of " + Html.grouped(totals.recordsSeen()) + " records, "
                + Html.grouped(totals.recordsRead()) + " were read, "
                + Html.grouped(totals.recordsSkipped()) + " left aside and "
                + Html.grouped(totals.recordsNotUnderstood()) + " not understood. What was not read may still matter: "
                + "it lies sealed in the bundle.");
        html.raw("</p>\n");
        List<FileReading> telling = readings.stream()
                .filter(reading ->
                        reading.fate() != FileFate.READ || !reading.alarms().isEmpty())
                .sorted(Comparator.comparing(FileReading::fate).reversed())
                .toList();
        if (telling.isEmpty()) {
            html.paragraph("Every file was read, without an alarm.");
            return;
        }
        html.table("Files not wholly read, or read with an alarm", List.of("File", "What became of it", "Why"));
        telling.stream().limit(MAX_FILES).forEach(this::reading);
        html.endTable();
        leftOut(telling.size(), MAX_FILES, "files", "reading-report.json");
    }

    private void reading(FileReading reading) {
        String inner = reading.path().isEmpty() ? "" : " → " + reading.path();
        html.row()
                .hostileCell(reading.name() + inner)
                .cell(reading.fate().wire())
                .raw("<td>")
                .hostile(reading.reason());
        for (ReadingAlarm alarm :
                reading.alarms().stream().limit(MAX_ALARMS_OF_A_FILE).toList()) {
            String place = alarm.offset() < 0 ? "" : " (byte " + alarm.offset() + ")";
            html.raw("<div>")
                    .hostile(alarm.code().name() + ": " + alarm.message() + place)
                    .raw("</div>");
        }
        int more = reading.alarms().size() - MAX_ALARMS_OF_A_FILE;
        html.raw(more > 0 ? "<div>and " + more + " more</div>" : "")
                .raw("</td>")
                .endRow();
    }

    private void conversations() {
        html.heading(2, "conversations", "Conversations to look at");
        List<ConversationFinding> byWords = findings.conversations().stream()
                .filter(finding -> !isByStructure(finding))
                .toList();
        if (byWords.isEmpty()) {
            html.paragraph("No conversation reached a band above background.");
        }
        byWords.stream().limit(MAX_CONVERSATIONS).forEach(this::conversation);
        leftOut(byWords.size(), MAX_CONVERSATIONS, "conversations", "findings.json");
        List<ConversationFinding> byStructure = findings.conversations().stream()
                .filter(CaseReport::isByStructure)
                .toList();
        if (!byStructure.isEmpty()) {
            html.heading(3, "by-structure", "Shown by structure alone");
            html.paragraph(
                    "What is written here carries no cue, or too few: the model leaves these conversations in the "
                            + "background, and no structure lifts them out of it. Two or more signs of how they came about and "
                            + "went on are the reason to know of them. Families, friends and classmates show such signs too.");
            byStructure.stream().limit(MAX_BY_STRUCTURE).forEach(this::conversation);
            leftOut(byStructure.size(), MAX_BY_STRUCTURE, "conversations", "findings.json");
        }
    }

    private static boolean isByStructure(ConversationFinding finding) {
        return finding.band().equals(Band.BACKGROUND.wire());
    }

    private void conversation(ConversationFinding conversation) {
        String name = conversation.conversation().name();
        html.raw("<section class=\"conversation\"><h3>")
                .hostile(name == null ? conversation.conversation().id() : name)
                .raw("</h3><p>");
        html.text(conversation.conversation().platform().wire() + ", "
                + conversation.conversation().type().wire() + ", "
                + Html.grouped(conversation.messages()) + " messages; band ");
        html.raw("<strong class=\"band\">").text(conversation.band()).raw("</strong>");
        html.text(", score " + Html.decimal(conversation.score()) + ".");
        if (conversation.sender() != null) {
            html.text(" Cues mostly by ").hostile(conversation.sender()).text(".");
        }
        html.raw("</p>");
        course(conversation);
        signals(conversation);
        html.raw("<ol class=\"cues\">");
        conversation.cues().stream().limit(MAX_CUES_OF_A_CONVERSATION).forEach(this::cue);
        html.raw("</ol>");
        leftOut(conversation.cues().size(), MAX_CUES_OF_A_CONVERSATION, "passages", "findings.json");
        html.raw("</section>\n");
    }

    /** The score message by message: every moment at which it changed, the first of each band named. */
    private void course(ConversationFinding conversation) {
        if (conversation.course().isEmpty()) {
            return;
        }
        html.raw("<p class=\"course\">").text("Score by message:");
        for (ScoreStep step : conversation.course()) {
            html.text(" " + Html.grouped(step.messageIndex() + 1) + " → " + Html.decimal(step.score()));
            if (step.equals(conversation.firstAlert())) {
                html.text(" (first look-now)");
            } else if (step.equals(conversation.firstLook())) {
                html.text(" (first look)");
            }
            html.raw(" ");
            source(step.source());
        }
        html.raw("</p>");
    }

    /** What shows without regard to words, with the records of what rests on some. */
    private void signals(ConversationFinding conversation) {
        html.raw("<p class=\"signals\">").text("Without regard to words:");
        for (ReasonFinding signal : conversation.signals()) {
            html.text(" " + signal.code() + " " + Html.decimal(signal.figure()));
            for (SourcePointer source : signal.sources()) {
                html.raw(" ");
                source(source);
            }
            html.text(";");
        }
        html.raw("</p>");
    }

    private void cue(CueFinding cue) {
        String text = cue.text();
        int start = text.offsetByCodePoints(0, cue.start());
        int end = text.offsetByCodePoints(start, cue.end() - cue.start());
        html.raw("<li><span class=\"code\">").text(cue.code()).raw("</span> <q>");
        html.hostile(MessageExcerpt.before(text, start))
                .raw("<mark>")
                .hostile(text.substring(start, end))
                .raw("</mark>")
                .hostile(MessageExcerpt.after(text, end))
                .raw("</q> ");
        source(cue.source());
        html.raw("</li>");
    }

    private void accounts() {
        html.heading(2, "accounts", "Leading accounts, with reasons");
        html.table(
                "Order of attention", List.of("No.", "Account", "Messages", "Conversations", "Reasons", "Identifiers"));
        int number = 0;
        for (AccountFinding account :
                findings.accounts().stream().limit(MAX_ACCOUNTS).toList()) {
            number++;
            html.row().cell(number).raw("<td>").hostile(account.name() == null ? "(no name)" : account.name());
            html.raw("<br><code>").hostile(account.key()).raw("</code>");
            html.raw(account.actor() == null ? "" : "<br>" + account.actor()).raw("</td>");
            html.cell(account.messages()).cell(account.conversations()).raw("<td>");
            for (ReasonFinding reason : account.reasons()) {
                html.raw("<div>")
                        .text(reason.code() + " " + Html.decimal(reason.figure()))
                        .raw(" ");
                reason.sources().stream().limit(MAX_SOURCES_OF_A_REASON).forEach(this::source);
                html.raw("</div>");
            }
            html.raw("</td><td>");
            for (ContactFinding contact : account.contactPoints()) {
                html.raw("<div>")
                        .text(contact.relation().wire() + " " + contact.kind().wire() + " ");
                html.hostile(contact.value()).raw("</div>");
            }
            html.raw("</td>").endRow();
        }
        html.endTable();
        leftOut(findings.accounts().size(), MAX_ACCOUNTS, "accounts", "findings.json");
    }

    private void actors() {
        html.heading(2, "actors", "Accounts held to be one actor");
        new LinkReport(html).write(findings.actors(), findings.suggested());
    }

    private void groups() {
        html.heading(2, "groups", "Groups and channels");
        html.table(
                "Largest first",
                List.of(
                        "Group",
                        "Platform",
                        "Messages",
                        "Members seen",
                        "Administrators",
                        "Says of itself",
                        "Links out"));
        for (GroupFinding group : findings.groups().stream().limit(MAX_GROUPS).toList()) {
            String name = group.conversation().name();
            html.row().hostileCell(name == null ? group.conversation().id() : name);
            html.cell(group.conversation().platform().wire())
                    .cell(group.messages())
                    .cell(group.members());
            html.cell(group.administrators()).raw("<td>");
            String privacy = group.statedPrivacy();
            html.hostile(privacy == null ? "" : privacy).raw(" ");
            html.text(group.statedMembers() < 0 ? "" : Html.grouped(group.statedMembers()) + " members. ");
            String description = group.description();
            html.hostile(description == null ? "" : description).raw("</td><td>");
            for (PublishedLink link : group.links()) {
                html.raw("<div>").hostile(link.value()).text(" ×" + link.times() + " ");
                source(link.source());
                html.raw("</div>");
            }
            html.raw("</td>").endRow();
        }
        html.endTable();
        leftOut(findings.groups().size(), MAX_GROUPS, "groups", "findings.json");
    }

    private void method() {
        html.heading(2, "method", "Method, limits, and how to check");
        ReportStyle.METHOD.forEach(html::paragraph);
    }

    private void leftOut(int present, int shown, String what, String where) {
        if (present > shown) {
            html.raw("<p class=\"more\">")
                    .text(Html.grouped((long) present - shown) + " further " + what + " stand in " + where + ".")
                    .raw("</p>\n");
        }
    }

    private void source(SourcePointer source) {
        source(html, source);
    }

    /** Writes where the record lies. */
    static void source(Html html, SourcePointer source) {
        String path = source.path().isEmpty() ? "" : " " + source.path();
        html.raw("<span class=\"source\">")
                .hostile(source.item().value() + path + " @" + source.offset() + "+" + source.length())
                .raw("</span> ");
    }
}
