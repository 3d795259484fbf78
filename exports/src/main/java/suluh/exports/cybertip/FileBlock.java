package suluh.exports.cybertip;

import java.util.List;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.markup.Element;

/** Reads what a platform says of one file that it uploaded to the clearing house. */
final class FileBlock {
    private static final List<String> PROPERTIES = List.of(
            "locationOfFile",
            "fileViewedByEsp",
            "exifViewedByEsp",
            "publiclyAvailable",
            "fileRelevance",
            "potentialMeme",
            "industryClassification",
            "uploadedToEspTimestamp");

    private final ReportScope scope;
    private final ReadingTally tally;

    FileBlock(ReportScope scope, ReadingTally tally) {
        this.scope = scope;
        this.tally = tally;
    }

    void take(Element root, SourcePointer source) {
        String report = root.textOf("reportId");
        String id = String.valueOf(root.textOf("fileId"));
        String original = root.textOf("originalFileName");
        String name = original == null ? root.textOf("fileName") : original;
        AccountRef file = AccountRef.named(Platform.CYBERTIP, name, "report " + report + "/file " + id);
        tally.emit(new Observation.Report(Platform.CYBERTIP, report, null, SourceTime.absent(), source));
        tally.emit(new Observation.Media(Platform.CYBERTIP, name == null ? id : name, -1, source));
        for (Element hash : root.children("originalFileHash")) {
            String algorithm = String.valueOf(hash.attributes().get("hashType"));
            tell(id, algorithm, hash.text().strip(), source);
        }
        for (Element details : root.children("details")) {
            takeDetails(file, id, details, source);
        }
        for (String property : PROPERTIES) {
            scope.property(file, property, root.textOf(property), source);
        }
        root.child("fileAnnotations")
                .ifPresent(flags ->
                        flags.children().forEach(flag -> scope.property(file, "fileAnnotations", flag.name(), source)));
        root.children("additionalInfo")
                .forEach(note ->
                        scope.property(file, "additionalInfo", note.text().strip(), source));
        scope.captures(file, root, source);
    }

    private void takeDetails(AccountRef file, String id, Element details, SourcePointer source) {
        boolean hashes = "HASH".equals(details.attributes().get("type"));
        for (Element pair : details.children("nameValuePair")) {
            String name = String.valueOf(pair.textOf("name"));
            String value = String.valueOf(pair.textOf("value"));
            if (hashes) {
                tell(id, name, value, source);
            } else {
                scope.property(file, name, value, source);
            }
        }
    }

    private void tell(String file, String algorithm, String value, SourcePointer source) {
        tally.emit(new Observation.Hash(Platform.CYBERTIP, file, algorithm, value, source));
    }
}
