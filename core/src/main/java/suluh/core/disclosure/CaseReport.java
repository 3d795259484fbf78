package suluh.core.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import suluh.core.conversation.Band;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.ReadingAlarm;
import suluh.core.observation.SourcePointer;

/**
 * The report of a case as one HTML page without script, remote address or media: for a person who has no Suluh.
 *
 * <p>Each statement carries the pointer to the sealed bytes that it rests on. The whole is a page of less than 300,000
 * bytes for a case of any size: tables are cut at stated lengths and at the room of their part ({@link ReportPart}); what is
 * left out is counted, and stands whole in findings.json and reading-report.json.
 */
public final class CaseReport {
    /** Bytes that the picture of the network may have; a larger one takes room from the tables after it. */
    public static final int MAX_PICTURE_BYTES = ReportPart.NETWORK_PICTURE.bytes();

    /** Longer than a name has reason to be; one text of other people's must not fill the page. */
    private static final int MAX_HOSTILE_CHARS = 300;
    /** More rows than this nobody reads on paper. */
    private static final int MAX_ITEMS = 40;

    private static final int MAX_FILES = 200;
    private static final int MAX_ALARMS_OF_A_FILE = 5;
    private static final int MAX_GROUPS = 25;
    private static final int MAX_ACCOUNTS = 40;
    private static final int MAX_CONVERSATIONS = 60;
    private static final int MAX_BY_STRUCTURE = 20;
    private static final int MAX_CUES_OF_A_CONVERSATION = 12;
    private static final int MAX_STEPS_OF_A_CONVERSATION = 12;
    private static final int MAX_SOURCES_OF_A_REASON = 2;

    private final ReportHeading heading;
    private final List<ReceivedItem> items;
    private final List<FileReading> readings;
    private final Findings findings;
    private final String networkPicture;
    private final Html html = new Html(MAX_HOSTILE_CHARS);

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
     * @param networkPicture an {@code <svg>} element made by core, of at most {@link #MAX_PICTURE_BYTES}, or empty when
     *     there is no network
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
        html.allow(ReportPart.SUMMARY.bytes())
                .raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
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
        html.allow(ReportPart.MEDIA.bytes());
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
        html.allow(ReportPart.RECEIVED.bytes()).heading(2, "received", "What was received");
        html.table("Items in the order of sealing", List.of("No.", "Name as received", "Bytes", "SHA-256", "Item"));
        int shown = html.upTo(MAX_ITEMS, numbers(items), number -> {
            ReceivedItem item = items.get(number);
            html.row().cell(number + 1L).hostileCell(item.name()).cell(item.sizeBytes());
            html.raw("<td><code>").text(item.sha256().hex()).raw("</code></td><td><code>");
            html.text(item.id().value()).raw("</code></td>").endRow();
        });
        html.endTable();
        leftOut(items.size(), shown, "items", "manifest-sha256.txt");
    }

    /** Places in a list, from 0. */
    private static List<Integer> numbers(List<?> list) {
        return IntStream.range(0, list.size()).boxed().toList();
    }

    private void notRead() {
        html.allow(ReportPart.READ.bytes()).heading(2, "read", "What was read, and what was not");
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
        int shown = html.upTo(MAX_FILES, telling, this::reading);
        html.endTable();
        leftOut(telling.size(), shown, "files", "reading-report.json");
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
        html.allow(ReportPart.CONVERSATIONS.bytes()).heading(2, "conversations", "Conversations to look at");
        List<ConversationFinding> byWords = findings.conversations().stream()
                .filter(finding -> !isByStructure(finding))
                .toList();
        if (byWords.isEmpty()) {
            html.paragraph("No conversation reached a band above background.");
        }
        int shown = html.upTo(MAX_CONVERSATIONS, byWords, this::conversation);
        leftOut(byWords.size(), shown, "conversations", "findings.json");
        html.allow(ReportPart.BY_STRUCTURE.bytes());
        List<ConversationFinding> byStructure = findings.conversations().stream()
                .filter(CaseReport::isByStructure)
                .toList();
        if (!byStructure.isEmpty()) {
            html.heading(3, "by-structure", "Shown by structure alone");
            html.paragraph(
                    "What is written here carries no cue, or too few: the model leaves these conversations in the "
                            + "background, and no structure lifts them out of it. Two or more signs of how they came about and "
                            + "went on are the reason to know of them. Families, friends and classmates show such signs too.");
            int shownByStructure = html.upTo(MAX_BY_STRUCTURE, byStructure, this::conversation);
            leftOut(byStructure.size(), shownByStructure, "conversations", "findings.json");
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
        List<CueFinding> cues =
                conversation.cues().stream().limit(MAX_CUES_OF_A_CONVERSATION).toList();
        course(conversation, cues.stream().map(CueFinding::source).collect(Collectors.toSet()));
        signals(conversation);
        html.raw("<ol class=\"cues\">");
        cues.forEach(this::cue);
        html.raw("</ol>");
        leftOut(conversation.cues().size(), MAX_CUES_OF_A_CONVERSATION, "passages", "findings.json");
        html.raw("</section>\n");
    }

    /**
     * The score message by message: moments at which it changed, the first of each band named.
     *
     * @param shownBelow records whose passages follow with their pointers, which need not stand here as well
     */
    private void course(ConversationFinding conversation, Set<SourcePointer> shownBelow) {
        if (conversation.course().isEmpty()) {
            return;
        }
        html.raw("<p class=\"course\">").text("Score by message:");
        for (ScoreStep step : conversation.course().stream()
                .limit(MAX_STEPS_OF_A_CONVERSATION)
                .toList()) {
            html.text(" " + Html.grouped(step.messageIndex() + 1) + " → " + Html.decimal(step.score()));
            if (step.equals(conversation.firstAlert())) {
                html.text(" (first look-now)");
            } else if (step.equals(conversation.firstLook())) {
                html.text(" (first look)");
            }
            html.raw(" ");
            if (!shownBelow.contains(step.source())) {
                source(step.source());
            }
        }
        html.raw("</p>");
        leftOut(conversation.course().size(), MAX_STEPS_OF_A_CONVERSATION, "changes of the score", "findings.json");
    }

    /** What shows without regard to words, with the records of what rests on some. */
    private void signals(ConversationFinding conversation) {
        html.raw("<p class=\"signals\">").text("Without regard to words:");
        for (ReasonFinding signal : conversation.signals()) {
            html.text(" " + signal.code() + " " + Html.decimal(signal.figure()));
            signal.sources().stream().limit(MAX_SOURCES_OF_A_REASON).forEach(source -> {
                html.raw(" ");
                source(source);
            });
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
        html.allow(ReportPart.ACCOUNTS.bytes()).heading(2, "accounts", "Leading accounts, with reasons");
        html.table(
                "Order of attention", List.of("No.", "Account", "Messages", "Conversations", "Reasons", "Identifiers"));
        int shown = html.upTo(
                MAX_ACCOUNTS,
                numbers(findings.accounts()),
                number -> account(number, findings.accounts().get(number)));
        html.endTable();
        leftOut(findings.accounts().size(), shown, "accounts", "findings.json");
    }

    private void account(int number, AccountFinding account) {
        html.row().cell(number + 1L).raw("<td>").hostile(account.name() == null ? "(no name)" : account.name());
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

    private void actors() {
        html.allow(ReportPart.ACTORS.bytes()).heading(2, "actors", "Accounts held to be one actor");
        new LinkReport(html).write(findings.actors(), findings.suggested());
    }

    private void groups() {
        html.allow(ReportPart.GROUPS.bytes()).heading(2, "groups", "Groups and channels");
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
        int shown = html.upTo(MAX_GROUPS, findings.groups(), this::group);
        html.endTable();
        leftOut(findings.groups().size(), shown, "groups", "findings.json");
    }

    private void group(GroupFinding group) {
        String name = group.conversation().name();
        html.row().hostileCell(name == null ? group.conversation().id() : name);
        html.cell(group.conversation().platform().wire()).cell(group.messages()).cell(group.members());
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

    private void method() {
        html.allow(ReportPart.METHOD.bytes()).heading(2, "method", "Method, limits, and how to check");
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
                .whole(source.item().value() + path + " @" + source.offset() + "+" + source.length())
                .raw("</span> ");
    }
}
