package suluh.exports.cybertip;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.markup.Element;
import suluh.exports.markup.MarkupCursor;
import suluh.exports.markup.MarkupCursor.Token;
import suluh.exports.markup.XmlCheck;

/**
 * Reads CyberTipline reports and file details, as XML after the published schema.
 *
 * <p>A file that is not well-formed is not read at all: what a platform tells a clearing house has to be whole. Each block
 * of a report (incident, person, recipient, victim) is one record and is held alone in memory. Format page:
 * docs/formats/cybertip-xml.md.
 */
public final class CybertipReader {
    public static final String FORMAT = "cybertip-xml";

    private static final Set<String> ROOTS = Set.of("report", "fileDetails", "reportResponse", "reportDoneResponse");
    private static final String OWN_CONTACT = "contact of those who report or were told";

    private final ReadingTally tally;
    private final ReportCheck check;
    private final ReportScope scope;

    private CybertipReader(ExportFile file, ReadingContext context, ReadingTally tally) {
        this.tally = tally;
        this.check = new ReportCheck(tally);
        this.scope = new ReportScope(file.fullPath(), context.defaultCountryCode(), tally);
    }

    /** True when the beginning of an XML file is that of a report, file details or an answer of the clearing house. */
    public static boolean looksLikeReport(String head) {
        boolean report = head.contains("<report>") || head.contains("<report ");
        return (report && head.contains("<incidentSummary"))
                || (head.contains("<fileDetails") && head.contains("<reportId"))
                || head.contains("<reportDoneResponse")
                || head.contains("<reportResponse");
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        Optional<XmlCheck.Fault> fault;
        try (var in = file.open()) {
            fault = XmlCheck.firstFault(in);
        }
        if (fault.isPresent()) {
            tally.damaged(
                    ReadingCode.XML_INVALID,
                    "line " + fault.get().line() + ": " + fault.get().what() + "; nothing of the file was read",
                    -1);
            return tally.finish();
        }
        try (MarkupCursor xml = MarkupCursor.xml(file.open())) {
            new CybertipReader(file, context, tally).readRoot(xml);
        }
        return tally.finish();
    }

    private void readRoot(MarkupCursor xml) throws IOException {
        Token token = xml.next();
        while (token == Token.TEXT) {
            token = xml.next();
        }
        if (token != Token.START || !ROOTS.contains(xml.name())) {
            tally.damaged(ReadingCode.SECTION_UNKNOWN, "the root element is not that of a report", xml.start());
            return;
        }
        if (xml.name().equals("report")) {
            readReport(xml);
            return;
        }
        Element root = Element.read(xml, () -> tellCut(xml.start()));
        SourcePointer source = pointer(root);
        if (root.name().equals("fileDetails")) {
            check.check(root, "fileDetails");
            new FileBlock(scope, tally).take(root, source);
        } else {
            tally.emit(new Observation.Report(
                    Platform.CYBERTIP, root.textOf("reportId"), null, SourceTime.absent(), source));
        }
        tally.recordRead();
    }

    private void readReport(MarkupCursor xml) throws IOException {
        BlockOrder order = new BlockOrder(tally);
        for (Token token = xml.next(); token != null; token = xml.next()) {
            if (token == Token.START) {
                Element block = Element.read(xml, () -> tellCut(xml.start()));
                order.saw(block);
                take(block, pointer(block));
            }
        }
        order.finish(xml.end());
    }

    private void take(Element block, SourcePointer source) {
        ReportRules.Child rule = BlockOrder.rule(block.name());
        if (rule == null) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.SECTION_UNKNOWN,
                    block.name(),
                    "an unknown block stands in the report; it was not read: " + KeyNames.shown(block.name()),
                    block.start());
            return;
        }
        check.check(block, rule.type());
        switch (block.name()) {
            case "reporter", "lawEnforcement" -> {
                tally.recordSkipped(OWN_CONTACT);
                return;
            }
            case "incidentSummary" -> new IncidentBlock(scope, tally).takeSummary(block, source);
            case "internetDetails" -> new IncidentBlock(scope, tally).takeDetails(block, source);
            case "personOrUserReported", "intendedRecipient", "victim" ->
                new PersonBlock(scope, tally).take(block, source);
            default -> scope.note(block.text().strip(), source);
        }
        tally.recordRead();
    }

    private SourcePointer pointer(Element element) {
        return tally.pointer(element.start(), element.end() - element.start());
    }

    private void tellCut(long offset) {
        tally.alarm(
                ReadingCode.MARKUP_LIMIT,
                "a block holds more than " + Element.MAX_PARTS + " parts; some were left out",
                offset);
    }

    /** Which blocks a report had, in which order. */
    private static final class BlockOrder {
        private final ReadingTally tally;
        private final int[] counts;
        private int reached;

        BlockOrder(ReadingTally tally) {
            this.tally = tally;
            this.counts = new int[rules().size()];
        }

        static ReportRules.@Nullable Child rule(String name) {
            return rules().stream()
                    .filter(rule -> rule.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        void saw(Element block) {
            for (int i = 0; i < counts.length; i++) {
                ReportRules.Child rule = rules().get(i);
                if (!rule.name().equals(block.name())) {
                    continue;
                }
                if (++counts[i] > rule.most()) {
                    broken(rule.name() + " stands more than " + rule.most() + " times", block.start());
                }
                if (i < reached) {
                    broken(rule.name() + " stands out of its order", block.start());
                }
                reached = Math.max(reached, i);
            }
        }

        void finish(long end) {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] < rules().get(i).least()) {
                    broken(rules().get(i).name() + " is missing", end);
                }
            }
        }

        private void broken(String what, long offset) {
            tally.alarmOnce(ReadingCode.SCHEMA_BROKEN, what, "in the report: " + what, offset);
        }

        private static List<ReportRules.Child> rules() {
            ReportRules.Type report = ReportRules.type("report");
            return report == null ? List.of() : List.copyOf(report.children().values());
        }
    }
}
