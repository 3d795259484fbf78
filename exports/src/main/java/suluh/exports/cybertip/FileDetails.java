package suluh.exports.cybertip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.xml.XmlElement;

/** Reads the details of one file of a report: its digests, where it came from, and what the platform says of it. */
final class FileDetails {
    private static final Map<String, Integer> DIGITS =
            Map.of("MD5", 32, "SHA1", 40, "SHA-1", 40, "SHA256", 64, "SHA-256", 64);
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");

    private final XmlElement root;
    private final Notes notes;
    private final AccountBlock accounts;
    private final ReadingTally tally;

    /** @param root all elements of the file, held whole */
    FileDetails(XmlElement root, String fallbackId, ReadingContext context, ReadingTally tally) {
        String report = root.textOf("reportId");
        this.root = root;
        this.notes = new Notes(report.isEmpty() ? fallbackId : "report/" + report, tally);
        this.accounts = new AccountBlock(fallbackId, context, tally);
        this.tally = tally;
    }

    void read() {
        notes.open(pointer(root));
        root.first("reportId")
                .ifPresent(id -> tally.emit(new Observation.Report(
                        Platform.CYBERTIP, id.text().strip(), null, SourceTime.absent(), pointer(id))));
        AccountRef uploader = accounts.unnamed(root);
        for (XmlElement field : root.children()) {
            switch (field.name()) {
                case "originalFileHash" ->
                    hash(field.attribute("hashType"), field.text().strip(), pointer(field));
                case "ipCaptureEvent" -> accounts.login(uploader, field);
                case "deviceId" -> accounts.device(uploader, field);
                case "details" -> details(field);
                default -> notes.note(field);
            }
        }
        tally.recordRead();
    }

    private void details(XmlElement details) {
        for (XmlElement pair : details.all("nameValuePair")) {
            if (details.attribute("type").equals("HASH")) {
                hash(pair.textOf("name"), pair.textOf("value"), pointer(pair));
            } else {
                notes.note(pair);
            }
        }
    }

    private void hash(String algorithm, String value, SourcePointer source) {
        tally.emit(new Observation.Hash(Platform.CYBERTIP, name(), algorithm, value, source));
        Integer digits = DIGITS.get(algorithm);
        if (digits != null && (value.length() != digits || !HEX.matcher(value).matches())) {
            tally.alarmOnce(
                    ReadingCode.DIGEST_MALFORMED,
                    algorithm,
                    "a digest named " + KeyNames.shown(algorithm) + " has not its " + digits
                            + " hexadecimal digits; it matches no file",
                    source.offset());
        }
    }

    private String name() {
        for (String key : List.of("originalFileName", "fileName", "fileId")) {
            Optional<XmlElement> found = root.first(key);
            if (found.isPresent() && !found.get().text().isBlank()) {
                return found.get().text().strip();
            }
        }
        return "";
    }

    private SourcePointer pointer(XmlElement element) {
        return tally.pointer(element.start(), element.length());
    }
}
