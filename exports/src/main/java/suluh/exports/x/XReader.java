package suluh.exports.x;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.MediaTypes;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Reads one script of an archive of X: the assignment, then an array of records.
 *
 * <p>One pass and constant memory. Format page: docs/formats/x-archive.md.
 */
public final class XReader {
    public static final String FORMAT = "x-archive";

    private final ExportFile file;
    private final ReadingTally tally;
    private boolean insideRecord;
    private long records;

    private XReader(ExportFile file, ReadingTally tally) {
        this.file = file;
        this.tally = tally;
    }

    /** True when a file begins as the scripts of an archive do. */
    public static boolean opens(byte[] head) {
        return ScriptHead.of(head).isPresent();
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        Optional<ScriptHead> head;
        try (InputStream in = file.open()) {
            head = ScriptHead.of(in.readNBytes(MediaTypes.HEAD_BYTES));
        }
        if (head.isEmpty()) {
            return tally.finish(FileFate.NOT_UNDERSTOOD, "the file does not begin with window.YTD");
        }
        return new XReader(file, tally).read(head.get(), context);
    }

    private FileReading read(ScriptHead head, ReadingContext context) throws IOException {
        Optional<String> aside = aside(head.section());
        if (aside.isPresent()) {
            return tally.finish(FileFate.SKIPPED, aside.get());
        }
        if (head.section().equals(ScriptHead.MANIFEST)) {
            readValue(head, json -> {
                insideRecord = true;
                new ManifestSection(file, tally).read(json);
                insideRecord = false;
            });
            return tally.finish();
        }
        Section section = section(head.section(), context);
        if (section == null) {
            String sentence = "a section of an X archive that no reader knows: " + KeyNames.shown(head.section());
            tally.alarm(ReadingCode.SECTION_UNKNOWN, sentence, 0);
            return tally.finish(FileFate.NOT_UNDERSTOOD, sentence);
        }
        readValue(head, json -> readRecords(section, json));
        ManifestSection.compareCount(file, records, tally);
        return tally.finish();
    }

    private Optional<String> aside(String section) throws IOException {
        boolean covered = (section.equals("direct-message-headers") && has("direct-messages.js"))
                || (section.equals("direct-message-group-headers") && has("direct-messages-group.js"));
        return covered
                ? Optional.of("ids and times only; the messages stand in their own section, which was handed in")
                : SectionsAside.reason(section);
    }

    private @Nullable Section section(String name, ReadingContext context) throws IOException {
        AccountRef holder = holder(name);
        return switch (name) {
            case "direct-message",
                    "direct-messages",
                    "direct-message-group",
                    "direct-messages-group",
                    "direct-message-headers",
                    "direct-message-group-headers" -> new DirectMessages(holder, file.fullPath(), tally);
            default -> {
                Section found = new AccountSections(holder, context, tally).of(name);
                found = found == null ? new TweetSections(holder, folder(), tally).of(name) : found;
                yield found == null ? new RelationSections(holder, tally).of(name) : found;
            }
        };
    }

    /** The archive's holder; an account of this folder without a name while no file says more. */
    private AccountRef holder(String section) throws IOException {
        Optional<AccountRef> known = Holder.of(file);
        if (known.isPresent()) {
            return known.get();
        }
        if (!section.equals("account")) {
            tally.alarmOnce(
                    ReadingCode.OWNER_UNKNOWN,
                    "",
                    "neither account.js nor manifest.js beside the file says whose archive it is; what is the holder's"
                            + " is kept under this folder's name",
                    -1);
        }
        return AccountRef.named(Platform.X, null, folder());
    }

    private interface Value {
        void read(JsonCursor json) throws IOException;
    }

    private void readValue(ScriptHead head, Value value) throws IOException {
        try (JsonCursor json = head.open(file.open())) {
            json.next();
            value.read(json);
            expectEnd(json);
        } catch (JacksonException e) {
            JsonDamage.tell(e, insideRecord, tally);
        }
    }

    private void readRecords(Section section, JsonCursor json) throws IOException {
        if (!json.atArray()) {
            tally.recordNotUnderstood();
            tally.damaged(ReadingCode.TYPE_UNEXPECTED, "the file does not assign an array", json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextElement()) {
            records++;
            if (!json.atObject()) {
                tally.recordNotUnderstood();
                tally.alarmOnce(
                        ReadingCode.TYPE_UNEXPECTED,
                        "element",
                        "an element of the array is no object",
                        json.tokenStart());
                json.skip();
                continue;
            }
            insideRecord = true;
            section.read(json);
            insideRecord = false;
        }
    }

    /** Some archives end the assignment with a semicolon, at which the JSON parser stops. */
    private void expectEnd(JsonCursor json) throws IOException {
        long end = json.position();
        JsonToken token;
        try {
            token = json.next();
        } catch (JacksonException e) {
            token = isSemicolon(end) ? null : JsonToken.NOT_AVAILABLE;
        }
        if (token != null) {
            tally.damaged(ReadingCode.JSON_INVALID, "something follows the end of the assigned value", end);
        }
    }

    private boolean isSemicolon(long end) throws IOException {
        try (InputStream in = file.open()) {
            in.skipNBytes(end);
            String rest =
                    new String(in.readNBytes(MediaTypes.HEAD_BYTES), java.nio.charset.StandardCharsets.ISO_8859_1);
            return rest.strip().equals(";");
        }
    }

    private String folder() {
        String folder = Neighbours.beside(file, ".");
        return folder.isEmpty() ? file.fullPath() : folder;
    }

    private boolean has(String name) throws IOException {
        return file.neighbours().has(Neighbours.beside(file, name));
    }
}
