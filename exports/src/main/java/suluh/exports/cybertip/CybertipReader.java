package suluh.exports.cybertip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.xml.XmlElement;
import suluh.exports.xml.XmlFault;
import suluh.exports.xml.XmlFile;

/**
 * Reads one XML file of a CyberTipline report and compares it with the form.
 *
 * <p>One pass; memory for one block. Format page: docs/formats/cybertip-xml.md.
 */
public final class CybertipReader {
    public static final String FORMAT = "cybertip-xml";

    private static final Pattern ROOT = Pattern.compile(
            "<(?:fileDetails|reportResponse|reportDoneResponse)[\\s>]|<report[\\s>](?s:.*)<incidentSummary[\\s>/]");

    private final ExportFile file;
    private final ReadingContext context;
    private final ReadingTally tally;
    private final FormCheck check;
    private boolean insideBlock;

    private CybertipReader(ExportFile file, ReadingContext context, ReadingTally tally) {
        this.file = file;
        this.context = context;
        this.tally = tally;
        this.check = new FormCheck(tally);
    }

    /** True when XML begins as one of the files of a report does. */
    public static boolean looksLikeReport(String start) {
        return ROOT.matcher(start).find();
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        CybertipReader reader = new CybertipReader(file, context, tally);
        try (XmlFile xml = XmlFile.open(file.open())) {
            return reader.read(xml);
        } catch (XmlFault e) {
            reader.tell(e);
            return tally.finish();
        }
    }

    private FileReading read(XmlFile xml) throws IOException, XmlFault {
        Form.Type type = Form.CYBERTIP.type(xml.rootName());
        switch (xml.rootName()) {
            case "report" -> readReport(xml, type);
            case "fileDetails", "reportResponse", "reportDoneResponse" -> readWhole(xml, type);
            default -> {
                return tally.finish(
                        FileFate.NOT_UNDERSTOOD,
                        "the root is no report and no details of a file: " + KeyNames.shown(xml.rootName()));
            }
        }
        return tally.finish();
    }

    private void readReport(XmlFile xml, Form.Type type) throws IOException, XmlFault {
        check.attributes(type, xml.rootAttributes(), xml.rootStart());
        FormCheck.Walk walk = check.walk(type);
        Notes notes = new Notes("report/" + file.fullPath(), tally);
        notes.open(tally.pointer(xml.rootStart(), xml.position() - xml.rootStart()));
        ReportBlocks blocks = new ReportBlocks(notes, context, tally);
        insideBlock = true;
        for (XmlElement block = xml.next(); block != null; block = xml.next()) {
            if (walk.child(block)) {
                blocks.read(block);
            } else {
                tally.recordNotUnderstood();
            }
        }
        insideBlock = false;
        walk.end(xml.position());
        tellLooseText(xml);
    }

    /** Small files: the elements of the root as one record. */
    private void readWhole(XmlFile xml, Form.Type type) throws IOException, XmlFault {
        List<XmlElement> fields = new ArrayList<>();
        insideBlock = true;
        for (XmlElement field = xml.next(); field != null; field = xml.next()) {
            fields.add(field);
            if (fields.size() > XmlFile.MAX_ELEMENTS) {
                tally.recordNotUnderstood();
                tally.damaged(
                        ReadingCode.MARKUP_LIMIT,
                        "the root holds more than " + XmlFile.MAX_ELEMENTS + " elements",
                        field.start());
                return;
            }
        }
        insideBlock = false;
        tellLooseText(xml);
        XmlElement root =
                new XmlElement(xml.rootName(), xml.rootAttributes(), fields, "", xml.rootStart(), xml.position());
        check.element(type, root);
        String id = "report/" + file.fullPath();
        if (xml.rootName().equals("fileDetails")) {
            new FileDetails(root, id, context, tally).read();
            return;
        }
        root.first("reportId")
                .ifPresent(number -> tally.emit(new Observation.Report(
                        Platform.CYBERTIP,
                        number.text().strip(),
                        null,
                        SourceTime.absent(),
                        tally.pointer(number.start(), number.length()))));
        Notes notes = new Notes(id, tally);
        notes.open(tally.pointer(root.start(), root.length()));
        notes.note(root);
        tally.recordRead();
    }

    private void tellLooseText(XmlFile xml) {
        if (xml.hasLooseText()) {
            tally.alarm(
                    ReadingCode.SCHEMA_BROKEN,
                    "text stands directly in the root, where the form has none; it was not read",
                    xml.rootStart());
        }
    }

    private void tell(XmlFault fault) {
        if (insideBlock) {
            tally.recordNotUnderstood();
        }
        ReadingCode code = switch (fault.kind()) {
            case CUT -> ReadingCode.MARKUP_CUT;
            case LIMIT -> ReadingCode.MARKUP_LIMIT;
            case INVALID -> ReadingCode.XML_INVALID;
        };
        tally.damaged(code, fault.sentence() + "; what follows was not read", fault.offset());
    }
}
